package org.parley.clause;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;
import org.parley.redline.ComparedElement;

/// The numbers of changed elements, and the element of the other text for each element.
final class ElementPairs {

  private final IdentityHashMap<DocumentElement, Integer> numbers = new IdentityHashMap<>();
  private final IdentityHashMap<DocumentElement, DocumentElement> later = new IdentityHashMap<>();
  private final IdentityHashMap<DocumentElement, DocumentElement> earlier = new IdentityHashMap<>();

  ElementPairs(TextEdit edit) {
    int number = 0;
    for (ComparedElement each : edit.comparison().elements()) {
      DocumentElement from = each.before();
      DocumentElement to = each.after();
      DocumentElement moved = each.moved();
      if (from != null && to != null) {
        pair(from, to);
      } else if (moved != null && from != null) {
        pair(from, moved);
      }
      if (each.isChanged()) {
        number++;
        put(from, number);
        put(to, number);
      }
    }
    containers(edit.before(), edit.after());
  }

  private void put(@Nullable DocumentElement element, int number) {
    if (element != null) {
      numbers.put(element, number);
    }
  }

  private void pair(DocumentElement from, DocumentElement to) {
    later.put(from, to);
    earlier.put(to, from);
  }

  /// An element without words of its own goes where most of its parts went.
  private void containers(DocumentText before, DocumentText after) {
    IdentityHashMap<DocumentElement, DocumentElement> parents = new IdentityHashMap<>();
    after.all().forEach(each -> each.parts().forEach(part -> parents.put(part, each)));
    List<DocumentElement> containers = new ArrayList<>();
    before.all().filter(each -> !each.parts().isEmpty()).forEach(containers::add);
    for (DocumentElement each : containers) {
      DocumentElement most = mostVoted(each, parents);
      if (most != null) {
        pair(each, most);
      }
    }
  }

  private @Nullable DocumentElement mostVoted(
      DocumentElement container, IdentityHashMap<DocumentElement, DocumentElement> parents) {
    IdentityHashMap<DocumentElement, Integer> votes = new IdentityHashMap<>();
    DocumentElement most = null;
    for (DocumentElement part : container.parts()) {
      DocumentElement to = later.get(part);
      DocumentElement in = to == null ? null : parents.get(to);
      if (in != null) {
        int count = votes.merge(in, 1, Integer::sum);
        most = most == null || count > votes.getOrDefault(most, 0) ? in : most;
      }
    }
    return most;
  }

  /// The number of the change of an element; 0 for none.
  int number(DocumentElement element) {
    return numbers.getOrDefault(element, 0);
  }

  @Nullable DocumentElement later(DocumentElement element) {
    return later.get(element);
  }

  @Nullable DocumentElement earlier(DocumentElement element) {
    return earlier.get(element);
  }
}
