package org.parley.clause;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.document.DocumentText;
import org.parley.model.PartyId;
import org.parley.redline.DocumentComparison;

/// An edit of a text: two versions, and the same in their further languages.
///
/// @param before the earlier text
/// @param othersBefore the earlier text in its further languages
/// @param after the later text
/// @param othersAfter the later text in its further languages
/// @param comparison the comparison of both
/// @param parties the party of a name, in any spelling of the text
public record TextEdit(
    DocumentText before,
    List<DocumentText> othersBefore,
    DocumentText after,
    List<DocumentText> othersAfter,
    DocumentComparison comparison,
    Function<String, Optional<PartyId>> parties) {

  public TextEdit {
    othersBefore = List.copyOf(othersBefore);
    othersAfter = List.copyOf(othersAfter);
  }
}
