package org.parley.casefile.shape;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;

/// Finds the ids that a record declares, in its nodes: a key called `id` declares.
public final class Declarations {

  /// By structure, for each of its keys, whether its values can declare an id.
  private static final Map<Shape.Structure, boolean[]> DECLARING = new ConcurrentHashMap<>();

  private Declarations() {}

  /// Receives each id.
  public interface IdVisitor {
    void declared(Scalar id, Class<?> kind);
  }

  public static void visit(Shape shape, Node node, IdVisitor visitor) {
    switch (shape) {
      case Shape.Structure structure when node instanceof Mapping mapping -> {
        boolean[] declaring = declaring(structure);
        for (Entry entry : mapping.entries()) {
          int at = structure.indexOf(entry.key().value());
          if (at < 0 || !declaring[at]) {
            continue;
          }
          Shape.Key key = structure.keys().get(at);
          Class<?> kind = key.shape().idType();
          if (kind == null) {
            visit(key.shape(), entry.value(), visitor);
          } else if (entry.value() instanceof Scalar id) {
            visitor.declared(id, kind);
          }
        }
      }
      case Shape.Many(Shape element) -> {
        if (node instanceof Sequence sequence) {
          sequence.items().forEach(item -> visit(element, item, visitor));
        } else {
          visit(element, node, visitor);
        }
      }
      case Shape.Table(_, Shape value) when node instanceof Mapping mapping ->
          mapping.entries().forEach(entry -> visit(value, entry.value(), visitor));
      case Shape.Union union
          when node instanceof Mapping mapping && mapping.entries().size() == 1 -> {
        Entry entry = mapping.entries().getFirst();
        Shape.Member member = union.member(entry.key().value());
        if (member != null) {
          visit(member.structure(), entry.value(), visitor);
        }
      }
      default -> {}
    }
  }

  /// Whether records of a structure declare their own id and no others.
  public static boolean areOwnAlone(Shape.Structure structure) {
    boolean[] declaring = declaring(structure);
    for (int i = 0; i < declaring.length; i++) {
      if (declaring[i] && structure.keys().get(i).shape().idType() == null) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] declaring(Shape.Structure structure) {
    boolean[] known = DECLARING.get(structure);
    if (known == null) {
      List<Shape.Key> keys = structure.keys();
      known = new boolean[keys.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = declares(keys.get(i), new HashSet<>());
      }
      DECLARING.put(structure, known);
    }
    return known;
  }

  private static boolean declares(Shape.Key key, Set<Shape> seen) {
    return key.shape().idType() != null ? key.name().equals("id") : declares(key.shape(), seen);
  }

  private static boolean declares(Shape shape, Set<Shape> seen) {
    if (!seen.add(shape)) {
      return false;
    }
    return switch (shape) {
      case Shape.Structure structure -> {
        for (Shape.Key key : structure.keys()) {
          if (declares(key, seen)) {
            yield true;
          }
        }
        yield false;
      }
      case Shape.Many(Shape element) -> declares(element, seen);
      case Shape.Table(_, Shape value) -> declares(value, seen);
      case Shape.Union union ->
          union.members().stream().anyMatch(member -> declares(member.structure(), seen));
      default -> false;
    };
  }
}
