package org.parley.exchange.records;

import java.util.HashMap;
import java.util.Map;
import org.parley.casefile.shape.Shape;

/// The shape of the values of each column.
final class ColumnShapes {

  private final Map<String, Shape> shapes = new HashMap<>();

  private ColumnShapes() {}

  /// By the name of the column.
  static Map<String, Shape> of(TableKind kind) {
    ColumnShapes made = new ColumnShapes();
    for (Shape.Key key : kind.form().shape().keys()) {
      switch (key.shape()) {
        case Shape.Many(Shape.Structure element) -> made.put(key.name(), element);
        case Shape.Many(Shape.Union element) -> made.put(key.name(), element);
        case Shape.Table(_, Shape value) -> made.put(key.name(), value);
        default -> made.put(key.name(), key.shape());
      }
    }
    return made.shapes;
  }

  private void put(String name, Shape shape) {
    switch (shape) {
      case Shape.Structure structure ->
          structure.keys().forEach(each -> put(name + "." + each.name(), each.shape()));
      case Shape.Union union when TableColumns.isSpread(union) -> {
        shapes.put(name, union);
        union.members().forEach(each -> put(name, each.structure()));
      }
      default -> shapes.putIfAbsent(name, shape);
    }
  }
}
