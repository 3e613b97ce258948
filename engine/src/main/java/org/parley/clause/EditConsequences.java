package org.parley.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.clause.ClausePairs.ClausePair;
import org.parley.clause.Consequence.Place;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;

/// The consequences of an edit of a text.
///
/// Clauses of changed elements are paired by their words; what differs between two of them is a
/// consequence. So is a reference that leads elsewhere, a term that lost its definition, and a
/// figure that now differs between languages. A text compared with itself has none.
public final class EditConsequences {

  private EditConsequences() {}

  /// The consequences, the most serious first.
  public static List<Consequence> of(TextEdit edit) {
    List<Consequence> found = new ArrayList<>();
    ElementPairs pairs = new ElementPairs(edit);
    clauses(edit, pairs, found);
    new ReferenceChanges(edit, pairs, found).list();
    TextChanges texts = new TextChanges(edit, pairs, found);
    texts.terms();
    texts.languages();
    found.sort(
        Comparator.comparing(Consequence::kind)
            .thenComparingInt(
                each -> each.at().change() == 0 ? Integer.MAX_VALUE : each.at().change())
            .thenComparing(each -> each.at().element().id()));
    return List.copyOf(found);
  }

  private static void clauses(TextEdit edit, ElementPairs pairs, List<Consequence> found) {
    ClauseLanguage language = ClauseLanguage.of(edit.after());
    List<NormClause> before = changed(edit, edit.before(), pairs);
    List<NormClause> after = changed(edit, edit.after(), pairs);
    for (ClausePair each :
        ClausePairs.of(
            before, after, (one, other) -> other.element().equals(pairs.later(one.element())))) {
      NormClause old = each.before();
      NormClause now = each.after();
      if (old != null && now != null) {
        new ClauseChanges(at(pairs, now.element()), old, now, language, found).list();
      } else if (old != null && old.force().isNorm()) {
        found.add(new Consequence.ClauseDisappears(at(pairs, shown(pairs, old.element())), old));
      } else if (now != null && now.force().isNorm()) {
        found.add(new Consequence.ClauseAppears(at(pairs, now.element()), now));
      }
    }
  }

  private static List<NormClause> changed(TextEdit edit, DocumentText text, ElementPairs pairs) {
    return ClauseReader.read(text, edit.parties(), each -> pairs.number(each) > 0);
  }

  /// The element in the later text, if it is there.
  private static DocumentElement shown(ElementPairs pairs, DocumentElement before) {
    DocumentElement after = pairs.later(before);
    return after == null ? before : after;
  }

  private static Place at(ElementPairs pairs, DocumentElement element) {
    return new Place(pairs.number(element), element);
  }
}
