package org.parley.casefile.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;

/// Finds the node that a path of component names and list indices leads to, as the checks of the
/// model give it.
public final class Locator {

  private Locator() {}

  /// The node to report: a single value itself, else its key; the first key of the record if the
  /// path leads nowhere.
  public static Node find(Node record, List<String> path, String value) {
    Node at = record;
    @Nullable Scalar key = null;
    for (String step : path) {
      switch (at) {
        case Mapping mapping -> {
          Entry entry = mapping.entry(step);
          if (entry == null && mapping.entries().size() != 1) {
            return first(mapping);
          }
          if (entry == null) {
            // The member of a union is below its name.
            Entry member = mapping.entries().getFirst();
            key = member.key();
            at = member.value();
            entry = at instanceof Mapping below ? below.entry(step) : null;
          }
          if (entry != null) {
            key = entry.key();
            at = entry.value();
          }
        }
        case Sequence sequence -> {
          int index = index(step);
          if (index < 0 || index >= sequence.items().size()) {
            return key != null ? key : first(at);
          }
          at = sequence.items().get(index);
          key = null;
        }
        case Scalar _, Node.Broken _ -> {}
      }
    }
    if (key != null && key.value().equals(value)) {
      return key;
    }
    return at instanceof Scalar scalar && !scalar.isEmpty() ? at : key != null ? key : first(at);
  }

  private static int index(String step) {
    try {
      return Integer.parseInt(step);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /// The visible beginning of a node: its first key, or its first item.
  public static Node first(Node node) {
    return switch (node) {
      case Mapping mapping when !mapping.entries().isEmpty() -> mapping.entries().getFirst().key();
      case Sequence sequence when !sequence.items().isEmpty() -> first(sequence.items().getFirst());
      default -> node;
    };
  }
}
