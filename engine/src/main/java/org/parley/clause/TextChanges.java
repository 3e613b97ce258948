package org.parley.clause;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.clause.Consequence.Place;
import org.parley.document.DocumentElement;

/// Says which terms lost, gained or changed a definition, and where languages differ that did not.
final class TextChanges {

  private final TextEdit edit;
  private final ElementPairs pairs;
  private final List<Consequence> found;

  TextChanges(TextEdit edit, ElementPairs pairs, List<Consequence> found) {
    this.edit = edit;
    this.pairs = pairs;
    this.found = found;
  }

  void terms() {
    TermReader before = TermReader.of(edit.before(), edit.parties());
    TermReader after = TermReader.of(edit.after(), edit.parties());
    redefined(before, after);
    Map<String, DefinedTerm> old = undefined(before, after.defined().keySet());
    Map<String, DefinedTerm> now = undefined(after, before.defined().keySet());
    now.forEach(
        (term, use) -> {
          if (!old.containsKey(term)) {
            DefinedTerm definition = before.defined().get(term);
            int change = change(use.element(), definition == null ? null : definition.element());
            found.add(
                new Consequence.TermUndefined(
                    new Place(change, use.element()), use, definition != null));
          }
        });
    old.forEach(
        (term, use) -> {
          if (!now.containsKey(term)) {
            DefinedTerm definition = after.defined().get(term);
            int change = change(use.element(), definition == null ? null : definition.element());
            found.add(
                new Consequence.TermSettled(
                    new Place(change, use.element()), use, definition != null));
          }
        });
  }

  private void redefined(TermReader before, TermReader after) {
    after
        .defined()
        .forEach(
            (term, now) -> {
              DefinedTerm old = before.defined().get(term);
              if (old != null && isOtherwise(old, now) && !isTold(now)) {
                found.add(
                    new Consequence.TermRedefined(
                        new Place(change(now.element(), null), now.element()),
                        old,
                        now,
                        after.countUses(term)));
              }
            });
  }

  /// Whether both only define the term, in other words. A renumbered reference is the same.
  private boolean isOtherwise(DefinedTerm old, DefinedTerm now) {
    ClauseLanguage language = ClauseLanguage.of(edit.after());
    Pattern defining = language.sentences().defining();
    return defining.matcher(old.words()).find()
        && defining.matcher(now.words()).find()
        && !FoldedWords.words(TextReferences.masked(old.words(), language))
            .equals(FoldedWords.words(TextReferences.masked(now.words(), language)));
  }

  private boolean isTold(DefinedTerm definition) {
    return found.stream()
        .anyMatch(
            each ->
                each.at().element().equals(definition.element())
                    && !each.wordsAfter().isEmpty()
                    && definition.words().contains(each.wordsAfter()));
  }

  /// Terms used without a definition, with those that the other text defines.
  private static Map<String, DefinedTerm> undefined(TermReader text, Set<String> definedElsewhere) {
    Map<String, DefinedTerm> undefined = new LinkedHashMap<>(text.undefined());
    for (String each : definedElsewhere) {
      if (!text.defined().containsKey(each)) {
        text.use(each).ifPresent(use -> undefined.put(each, use));
      }
    }
    return undefined;
  }

  private int change(DocumentElement use, @Nullable DocumentElement definition) {
    int own = definition == null ? 0 : pairs.number(definition);
    return own > 0 ? own : pairs.number(use);
  }

  void languages() {
    List<LanguageDifference> before = LanguageComparison.list(edit.before(), edit.othersBefore());
    List<LanguageDifference> after = LanguageComparison.list(edit.after(), edit.othersAfter());
    for (LanguageDifference each : after) {
      if (before.stream().noneMatch(other -> isOne(other, each))) {
        found.add(
            new Consequence.LanguagesDiffer(
                new Place(pairs.number(each.element()), each.element()), each));
      }
    }
    for (LanguageDifference each : before) {
      if (after.stream().noneMatch(other -> isOne(each, other))) {
        found.add(
            new Consequence.LanguagesAgree(
                new Place(pairs.number(each.element()), each.element()), each));
      }
    }
  }

  private boolean isOne(LanguageDifference before, LanguageDifference after) {
    DocumentElement later = pairs.later(before.element());
    boolean isOneElement =
        after.element().equals(later) || before.element().id().equals(after.element().id());
    return isOneElement
        && before.language().equals(after.language())
        && before.other().equals(after.other())
        && Objects.equals(before.figures(), after.figures())
        && Objects.equals(before.otherFigures(), after.otherFigures());
  }
}
