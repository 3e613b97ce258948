package org.parley.model.text;

import java.util.List;
import org.parley.model.Visibility;
import org.parley.model.claim.SourceId;
import org.parley.model.date.Edtf;

/// One version of the text of a point: plain words, and brackets around what is not agreed.
///
/// @param version its number or name, unique within the point
/// @param date when it was on the table
/// @param status what sort of paper it stands in
/// @param text the text, segment by segment
/// @param source where it is reported
public record TextVersion(
    String version,
    Edtf date,
    TextStatus status,
    List<Segment> text,
    List<SourceId> source,
    Visibility visibility) {

  public TextVersion {
    text = List.copyOf(text);
    source = List.copyOf(source);
  }

  /// Whether nothing in it is bracketed.
  public boolean isClean() {
    return text.stream().noneMatch(Segment.Bracket.class::isInstance);
  }
}
