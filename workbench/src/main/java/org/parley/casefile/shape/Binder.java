package org.parley.casefile.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.Fault;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Broken;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.model.checks.Spelling;

/// Makes values of the model from the nodes of one file, following their [Shape]. Every fault is
/// recorded, with its place; a value with a fault is not made, but what surrounds it is still
/// looked through.
public class Binder {

  private static final int WORDS_SHOWN = 12;

  private final Map<String, Class<?>> declared;
  private final List<Fault> faults;

  /// What words have been bound to, by shape. A large file names the same things and days over and
  /// over: each is made once.
  private final IdentityHashMap<Shape, Map<String, Object>> known = new IdentityHashMap<>();

  /// A binder that knows what kind of thing each id in the case names.
  public Binder(Map<String, Class<?>> declared, List<Fault> faults) {
    this.declared = declared;
    this.faults = faults;
  }

  /// The value a node stands for; null where it has a fault, which is then recorded.
  public @Nullable Object bind(Shape shape, Node node) {
    if (node instanceof Broken) {
      return null;
    }
    return switch (shape) {
      case Shape.Many(Shape element) -> many(element, node);
      case Shape.Table table -> table(table, node);
      case Shape.Structure structure ->
          node instanceof Mapping mapping
              ? structure(structure, mapping)
              : wrong(node, "a map of keys is needed here", keysAdvice(structure));
      case Shape.Union union -> union(union, node);
      default -> scalar(shape, node);
    };
  }

  private @Nullable Object wrong(Node node, String message, String advice) {
    if (node instanceof Scalar scalar && scalar.isEmpty()) {
      fault(node, "no value", "", "Maybe write one, or remove the key");
      return null;
    }
    fault(
        node,
        message + ", not " + node.describe(),
        node instanceof Scalar scalar ? scalar.value() : "",
        advice);
    return null;
  }

  private static String keysAdvice(Shape.Structure structure) {
    return "Maybe write its keys on lines of their own: "
        + structure.keys().stream()
            .filter(Shape.Key::required)
            .map(Shape.Key::name)
            .collect(Collectors.joining(", "));
  }

  private @Nullable Object many(Shape element, Node node) {
    List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
    List<Object> values = new ArrayList<>(items.size());
    for (Node item : items) {
      Object value = bind(element, item);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == items.size() ? values : null;
  }

  private @Nullable Object table(Shape.Table table, Node node) {
    if (!(node instanceof Mapping mapping)) {
      return wrong(node, "a map of keys is needed here", "Maybe write it as key: value");
    }
    Map<Object, Object> values = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      Object key = bind(table.key(), entry.key());
      Object value = bind(table.value(), entry.value());
      if (key != null && value != null) {
        values.put(key, value);
      }
    }
    return values.size() == mapping.entries().size() ? values : null;
  }

  private @Nullable Object structure(Shape.Structure structure, Mapping mapping) {
    List<Shape.Key> keys = structure.keys();
    @Nullable Object[] values = new @Nullable Object[keys.size()];
    @Nullable Node[] nodes = new @Nullable Node[keys.size()];
    boolean sound = true;
    for (Entry entry : mapping.entries()) {
      int at = structure.indexOf(entry.key().value());
      if (at >= 0) {
        nodes[at] = nodes[at] == null ? entry.value() : nodes[at];
      } else {
        List<String> names = keys.stream().map(Shape.Key::name).toList();
        fault(
            entry.key(),
            "there is no such key in " + article(structure.type()),
            entry.key().value(),
            Spelling.nearest(entry.key().value(), names)
                .map(name -> "Maybe you meant \"" + name + "\"")
                .orElse("Maybe one of " + String.join(", ", names)));
        sound = false;
      }
    }
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Shape.Key key = keys.get(i);
      Node node = nodes[i];
      if (node != null) {
        values[i] = bind(key.shape(), node);
        sound &= values[i] != null;
      } else if (key.required()) {
        missing.add(key.name());
      } else {
        values[i] = key.absent();
      }
    }
    if (!missing.isEmpty()) {
      missing(structure, mapping, missing);
      return null;
    }
    return sound ? make(structure, values, mapping) : null;
  }

  /// Records that keys which must be there are not.
  protected void missing(Shape.Structure structure, Mapping mapping, List<String> names) {
    fault(
        mapping.entries().isEmpty() ? mapping : mapping.entries().getFirst().key(),
        article(structure.type()) + " without " + String.join(", ", names),
        "",
        "Maybe add " + names.stream().map(n -> n + ":").collect(Collectors.joining(", ")));
  }

  private @Nullable Object make(Shape.Structure structure, @Nullable Object[] values, Node at) {
    try {
      return structure.make(values);
    } catch (IllegalArgumentException e) {
      refused(at, e);
      return null;
    }
  }

  private void refused(Node at, IllegalArgumentException refusal) {
    String said = String.valueOf(refusal.getMessage());
    int maybe = said.indexOf(". Maybe ");
    fault(
        at,
        maybe < 0 ? said : said.substring(0, maybe),
        "",
        maybe < 0 ? "Maybe correct it" : said.substring(maybe + 2));
  }

  private static String article(Class<?> type) {
    String name = Shapes.kebab(type).replace('-', ' ');
    return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }

  private @Nullable Object union(Shape.Union union, Node node) {
    Shape.Member bare = union.bare();
    if (node instanceof Scalar scalar && !scalar.isEmpty()) {
      if (bare != null) {
        return make(bare.structure(), new Object[] {scalar.value()}, node);
      }
      Object word = known(union).get(scalar.value());
      if (word != null) {
        return word;
      }
      Shape.Member member = union.member(scalar.value());
      if (member == null) {
        return unknownWord(scalar, union.names(), union.type());
      }
      if (member.canBeWord()) {
        Object plain = member.plain();
        known(union).put(scalar.value(), plain);
        return plain;
      }
      fault(
          node,
          "the word alone says too little",
          member.name(),
          "Maybe write {" + member.name() + ": ...}" + memberKeys(member));
      return null;
    }
    if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
      return wrong(
          node,
          "one word or one key with its value is needed here",
          "Maybe one of " + String.join(", ", union.names()));
    }
    Entry entry = mapping.entries().getFirst();
    Shape.Member member = union.member(entry.key().value());
    if (member == null || member.form() == Shape.Form.BARE) {
      return unknownWord(entry.key(), union.names(), union.type());
    }
    return switch (member.form()) {
      case WORD -> {
        fault(
            entry.value(),
            "nothing can follow \"" + member.name() + "\"",
            entry.value() instanceof Scalar scalar ? scalar.value() : "",
            "Maybe write the word alone: " + member.name());
        yield null;
      }
      case VALUE, BARE -> {
        Object value = bind(member.structure().keys().getFirst().shape(), entry.value());
        yield value == null ? null : make(member.structure(), new Object[] {value}, node);
      }
      case MAP ->
          entry.value() instanceof Mapping inner
              ? structure(member.structure(), inner)
              : wrong(
                  entry.value(), "a map of keys is needed here", keysAdvice(member.structure()));
    };
  }

  private static String memberKeys(Shape.Member member) {
    return member.form() == Shape.Form.MAP
        ? " with the keys "
            + member.structure().keys().stream()
                .map(Shape.Key::name)
                .collect(Collectors.joining(", "))
        : "";
  }

  private @Nullable Object unknownWord(Scalar scalar, Collection<String> words, Class<?> type) {
    fault(
        scalar,
        "not " + article(type),
        scalar.value(),
        Spelling.nearest(scalar.value(), words)
            .map(word -> "Maybe you meant \"" + word + "\"")
            .orElseGet(
                () ->
                    words.size() <= WORDS_SHOWN
                        ? "Maybe one of " + String.join(", ", words)
                        : "Maybe see the reference of the case folder for the words"));
    return null;
  }

  private @Nullable Object scalar(Shape shape, Node node) {
    if (!(node instanceof Scalar scalar) || scalar.isEmpty()) {
      return wrong(node, "a single value is needed here", "Maybe write one value");
    }
    String text = scalar.value();
    return switch (shape) {
      case Shape.Text _ -> text;
      case Shape.Whole whole -> whole(whole, scalar);
      case Shape.Truth _ ->
          switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> {
              fault(node, "neither true nor false", text, "Maybe write true or false");
              yield null;
            }
          };
      case Shape.Word(Class<?> type, Map<String, Object> values) -> {
        Object value = values.get(text);
        yield value != null ? value : unknownWord(scalar, values.keySet(), type);
      }
      case Shape.Coded coded -> coded(coded, scalar);
      case Shape.Reference reference -> reference(reference, scalar);
      case Shape.Many _, Shape.Table _, Shape.Structure _, Shape.Union _ ->
          throw new IllegalStateException("not a single value: " + shape);
    };
  }

  private @Nullable Object whole(Shape.Whole whole, Scalar scalar) {
    try {
      long value = Long.parseLong(scalar.value());
      if (value >= whole.least() && value <= whole.most()) {
        boolean wide = whole.type() == long.class || whole.type() == Long.class;
        return wide ? (Object) value : (Object) (int) value;
      }
      fault(scalar, "a number too large", scalar.value(), "Maybe write a smaller one");
    } catch (NumberFormatException e) {
      fault(scalar, "not a whole number", scalar.value(), "Maybe write digits only: 3");
    }
    return null;
  }

  private @Nullable Object coded(Shape.Coded coded, Scalar scalar) {
    Object before = known(coded).get(scalar.value());
    if (before != null) {
      return before;
    }
    try {
      Object value = coded.parse().apply(scalar.value());
      known(coded).put(scalar.value(), value);
      return value;
    } catch (IllegalArgumentException e) {
      refused(scalar, e);
      return null;
    }
  }

  private @Nullable Object reference(Shape.Reference reference, Scalar scalar) {
    Object word = reference.words().get(scalar.value());
    if (word != null) {
      return word;
    }
    Class<?> kind = declared.get(scalar.value());
    Class<?> as = kind != null && reference.ids().contains(kind) ? kind : reference.otherwise();
    return bind(Shapes.of(as), scalar);
  }

  private Map<String, Object> known(Shape shape) {
    return known.computeIfAbsent(shape, _ -> new HashMap<>());
  }

  private void fault(Node at, String message, String value, String advice) {
    faults.add(new Fault(at.start(), at.end(), message, value, advice));
  }
}
