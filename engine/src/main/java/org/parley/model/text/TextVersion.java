package org.parley.model.text;

import java.util.List;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// A version of the text of a point: plain words, and brackets around words that are not agreed.
///
/// @param version its number or name, unique within the point
/// @param date the date it was on the table
/// @param status its status
/// @param text the text, segment by segment
/// @param source its sources
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

  /// Whether it has no brackets.
  public boolean isClean() {
    return text.stream().noneMatch(Segment.Bracket.class::isInstance);
  }
}
