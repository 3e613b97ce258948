package org.parley.clause;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.document.DocumentText;
import org.parley.model.PartyId;

/// Doubts about a text as a whole, each with the words it was read from.
///
/// @param dangling references to elements that the text does not have
/// @param undefined terms that it uses and does not define
/// @param languages elements that differ between its languages
public record TextChecks(
    List<Reference> dangling, List<DefinedTerm> undefined, List<LanguageDifference> languages) {

  public TextChecks {
    dangling = List.copyOf(dangling);
    undefined = List.copyOf(undefined);
    languages = List.copyOf(languages);
  }

  /// Checks a text.
  ///
  /// @param others the same text in its further languages
  /// @param parties the party of a name, in any spelling of the text
  public static TextChecks of(
      DocumentText text, List<DocumentText> others, Function<String, Optional<PartyId>> parties) {
    return new TextChecks(
        TextReferences.list(text).stream().filter(each -> each.target() == null).toList(),
        List.copyOf(TermReader.of(text, parties).undefined().values()),
        LanguageComparison.list(text, others));
  }

  /// Whether there is nothing to query.
  public boolean isClean() {
    return dangling.isEmpty() && undefined.isEmpty() && languages.isEmpty();
  }
}
