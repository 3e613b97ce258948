package org.parley.clause;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.parley.clause.Consequence.Place;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;

/// Says which references of a text lead elsewhere than before, or nowhere.
final class ReferenceChanges {

  private final TextEdit edit;
  private final ElementPairs pairs;
  private final List<Consequence> found;
  private final IdentityHashMap<DocumentElement, List<Reference>> before;
  private final IdentityHashMap<DocumentElement, List<Reference>> after;

  ReferenceChanges(TextEdit edit, ElementPairs pairs, List<Consequence> found) {
    this.edit = edit;
    this.pairs = pairs;
    this.found = found;
    this.before = byElement(edit.before());
    this.after = byElement(edit.after());
  }

  private static IdentityHashMap<DocumentElement, List<Reference>> byElement(DocumentText text) {
    IdentityHashMap<DocumentElement, List<Reference>> references = new IdentityHashMap<>();
    for (Reference each : TextReferences.list(text)) {
      references.computeIfAbsent(each.element(), _ -> new ArrayList<>()).add(each);
    }
    return references;
  }

  void list() {
    edit.before().all().filter(before::containsKey).forEach(this::earlier);
    edit.after()
        .all()
        .filter(each -> after.containsKey(each) && !isCompared(each))
        .forEach(each -> after.getOrDefault(each, List.of()).forEach(this::added));
  }

  private void earlier(DocumentElement element) {
    List<Reference> references = before.getOrDefault(element, List.of());
    DocumentElement to = pairs.later(element);
    if (to == null) {
      references.forEach(this::gone);
    } else {
      compare(references, after.getOrDefault(to, List.of()));
    }
  }

  private boolean isCompared(DocumentElement later) {
    DocumentElement from = pairs.earlier(later);
    return from != null && before.containsKey(from);
  }

  private void compare(List<Reference> old, List<Reference> now) {
    List<Reference> left = new ArrayList<>(old);
    List<Reference> right = new ArrayList<>(now);
    for (Reference each : old) {
      for (Reference other : right) {
        if (isOne(each, other)) {
          left.remove(each);
          right.remove(other);
          break;
        }
      }
    }
    if (left.size() == right.size()) {
      for (int i = 0; i < left.size(); i++) {
        turned(left.get(i), right.get(i));
      }
    } else {
      unequal(left, right);
    }
  }

  /// Other references were added or taken away: the same words belong together.
  private void unequal(List<Reference> left, List<Reference> right) {
    List<Reference> added = new ArrayList<>(right);
    for (Reference each : left) {
      Reference same = null;
      for (Reference other : added) {
        if (same == null && FoldedWords.of(each.words()).equals(FoldedWords.of(other.words()))) {
          same = other;
        }
      }
      if (same == null) {
        gone(each);
      } else {
        added.remove(same);
        turned(each, same);
      }
    }
    added.forEach(this::added);
  }

  /// Whether both lead to the same element.
  private boolean isOne(Reference old, Reference now) {
    DocumentElement from = old.target();
    DocumentElement to = now.target();
    if (from == null || to == null) {
      return from == null
          && to == null
          && FoldedWords.of(old.words()).equals(FoldedWords.of(now.words()));
    }
    return to.equals(pairs.later(from));
  }

  private void turned(Reference old, Reference now) {
    DocumentElement from = old.target();
    if (now.target() == null) {
      if (from == null) {
        return;
      }
      int own = pairs.number(now.element());
      int change = own > 0 ? own : pairs.number(from);
      found.add(new Consequence.ReferenceBroken(new Place(change, now.element()), now));
    } else if (from == null) {
      int own = pairs.number(now.element());
      int change = own > 0 ? own : pairs.number(now.target());
      found.add(new Consequence.ReferenceMended(new Place(change, now.element()), old));
    } else {
      int own = pairs.number(now.element());
      int target = pairs.number(now.target());
      int change = own > 0 ? own : target > 0 ? target : pairs.number(from);
      found.add(new Consequence.ReferenceShifted(new Place(change, now.element()), old, now));
    }
  }

  private void gone(Reference old) {
    if (old.target() == null) {
      found.add(
          new Consequence.ReferenceMended(
              new Place(pairs.number(old.element()), old.element()), old));
    }
  }

  private void added(Reference now) {
    if (now.target() == null) {
      found.add(
          new Consequence.ReferenceBroken(
              new Place(pairs.number(now.element()), now.element()), now));
    }
  }
}
