package org.parley.casefile.shape;

import java.util.HashSet;
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

  private static final Map<Shape, Boolean> DECLARES = new ConcurrentHashMap<>();

  private Declarations() {}

  /// Is told of each id.
  public interface Visitor {
    void declared(Scalar id, Class<?> kind);
  }

  public static void visit(Shape shape, Node node, Visitor visitor) {
    switch (shape) {
      case Shape.Structure structure when node instanceof Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          Shape.Key key = structure.key(entry.key().value());
          if (key == null) {
            continue;
          }
          Class<?> kind = key.shape().idType();
          if (kind != null) {
            if (key.name().equals("id") && entry.value() instanceof Scalar id) {
              visitor.declared(id, kind);
            }
          } else if (declares(key.shape())) {
            visit(key.shape(), entry.value(), visitor);
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

  private static boolean declares(Shape shape) {
    if (shape.isScalar()) {
      return false;
    }
    Boolean known = DECLARES.get(shape);
    if (known == null) {
      known = declares(shape, new HashSet<>());
      DECLARES.put(shape, known);
    }
    return known;
  }

  private static boolean declares(Shape shape, Set<Shape> seen) {
    if (!seen.add(shape)) {
      return false;
    }
    return switch (shape) {
      case Shape.Structure structure -> {
        for (Shape.Key key : structure.keys()) {
          boolean id = key.name().equals("id") && key.shape().idType() != null;
          if (id || declares(key.shape(), seen)) {
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
