package org.parley.casefile.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.casefile.shape.RecordText;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.yaml.Node;
import org.parley.model.LocalizedText;
import org.parley.model.checks.Rule;
import org.parley.wording.Complaint;

/// Converts form values to nodes: each has a unique offset, which leads back to its path.
final class FormValueNodes {

  private final List<List<String>> paths = new ArrayList<>();
  private final List<FieldProblem> twice = new ArrayList<>();

  /// The node of a value; blank list items and values without a key are left out.
  Node node(FormValue written, List<String> path) {
    int at = place(path);
    return switch (written) {
      case FormValue.Words(String text) ->
          new Node.Scalar(at, at, text, text.isBlank() ? Node.Style.PLAIN : Node.Style.QUOTED);
      case FormValue.Rows(List<FormValue> items) -> {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          nodes.add(node(items.get(i), below(path, Integer.toString(i))));
        }
        yield new Node.Sequence(at, at, false, nodes);
      }
      case FormValue.Keys(List<FormValue.Entry> entries) -> {
        List<Node.Entry> nodes = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (FormValue.Entry entry : entries) {
          List<String> to = below(path, entry.key());
          if (!seen.add(entry.key())) {
            twice.add(new FieldProblem(to, new Complaint(Rule.Plain.NAMED_TWICE, entry.key())));
            continue;
          }
          int key = place(to);
          nodes.add(
              new Node.Entry(
                  new Node.Scalar(key, key, entry.key(), Node.Style.QUOTED),
                  node(entry.value(), to)));
        }
        yield new Node.Mapping(at, at, false, nodes);
      }
    };
  }

  private int place(List<String> path) {
    paths.add(path);
    return paths.size() - 1;
  }

  /// The path of a node by its offset.
  List<String> path(int place) {
    return paths.get(place);
  }

  /// The duplicate keys of a table.
  List<FieldProblem> twice() {
    return twice;
  }

  static List<String> below(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }

  /// The form value of a model value; default values are left out.
  static FormValue of(Shape shape, Object value) {
    return switch (shape) {
      case Shape.Many(Shape element) -> {
        List<FormValue> items = new ArrayList<>();
        for (Object each : (List<?>) value) {
          items.add(of(element, each));
        }
        yield new FormValue.Rows(items);
      }
      case Shape.Table(Shape key, Shape each) -> {
        List<FormValue.Entry> entries = new ArrayList<>();
        ((Map<?, ?>) value)
            .forEach(
                (k, v) -> entries.add(new FormValue.Entry(RecordText.text(key, k), of(each, v))));
        yield new FormValue.Keys(entries);
      }
      case Shape.Localized _ -> {
        LocalizedText text = (LocalizedText) value;
        yield of(Shape.Localized.of(text), Shape.Localized.written(text));
      }
      case Shape.Structure structure -> {
        List<FormValue.Entry> entries = new ArrayList<>();
        for (Shape.Key key : structure.keys()) {
          Object part = key.of(value);
          if (part != null && !part.equals(key.absent())) {
            entries.add(new FormValue.Entry(key.name(), of(key.shape(), part)));
          }
        }
        yield new FormValue.Keys(entries);
      }
      case Shape.Union union -> {
        Shape.Member member = union.memberOf(value);
        yield switch (member.form()) {
          case BARE -> new FormValue.Words(only(member, value).toString());
          case WORD -> new FormValue.Words(member.name());
          case VALUE ->
              one(
                  member.name(),
                  of(member.structure().keys().getFirst().shape(), only(member, value)));
          case MAP -> one(member.name(), of(member.structure(), value));
        };
      }
      default -> new FormValue.Words(RecordText.text(shape, value));
    };
  }

  private static Object only(Shape.Member member, Object value) {
    Object only = member.structure().keys().getFirst().of(value);
    if (only == null) {
      throw new IllegalStateException("nothing in " + value);
    }
    return only;
  }

  static FormValue.Keys one(String key, FormValue value) {
    return new FormValue.Keys(List.of(new FormValue.Entry(key, value)));
  }

  /// The form value of a node, normalised as by [#of(Shape, Object)]: a list with one element stays
  /// a list.
  static FormValue of(Shape shape, Node node) {
    return switch (node) {
      case Node.Broken _ -> new FormValue.Words("");
      case Node.Scalar scalar when shape instanceof Shape.Many(Shape element) ->
          new FormValue.Rows(List.of(of(element, scalar)));
      case Node.Scalar scalar -> new FormValue.Words(scalar.value());
      case Node.Sequence(_, _, _, List<Node> items) -> {
        Shape element = shape instanceof Shape.Many(Shape each) ? each : shape;
        yield new FormValue.Rows(items.stream().map(item -> of(element, item)).toList());
      }
      case Node.Mapping mapping when shape instanceof Shape.Many(Shape element) ->
          new FormValue.Rows(List.of(of(element, mapping)));
      case Node.Mapping mapping ->
          new FormValue.Keys(
              mapping.entries().stream()
                  .map(
                      entry ->
                          new FormValue.Entry(
                              entry.key().value(),
                              of(below(shape, entry.key().value()), entry.value())))
                  .toList());
    };
  }

  /// The shape of a key's value; that of the whole if there is no such key.
  static Shape below(Shape shape, String key) {
    return switch (shape) {
      case Shape.Structure structure -> {
        Shape.Key found = structure.key(key);
        yield found == null ? new Shape.Text() : found.shape();
      }
      case Shape.Table(_, Shape value) -> value;
      case Shape.Union union -> {
        Shape.Member member = union.member(key);
        yield member == null
            ? new Shape.Text()
            : member.form() == Shape.Form.VALUE
                ? member.structure().keys().getFirst().shape()
                : member.structure();
      }
      default -> new Shape.Text();
    };
  }
}
