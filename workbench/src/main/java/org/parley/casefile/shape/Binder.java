package org.parley.casefile.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.FileFault;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Broken;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.TextFault;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.checks.Spelling;
import org.parley.wording.Complaint;

/// Binds the nodes of one file to values of the model, by their [Shape]. Every fault is recorded
/// with its place; a faulty value is skipped, but its context is still checked.
public class Binder {

  private static final int WORDS_SHOWN = 12;
  private static final int LONGEST_REPEATED = 40;
  private static final int MOST_REPEATED = 4_096;

  private final Function<String, @Nullable Class<?>> declared;
  private final List<TextFault> faults;

  /// Interned values of words, by shape. A large file repeats the same names and days.
  private final IdentityHashMap<Shape, Map<String, Object>> known = new IdentityHashMap<>();

  /// Short texts, as far as the file has few different ones.
  private final Map<String, String> repeated = new HashMap<>();

  /// A binder that knows the kind of each id in the case.
  public Binder(Function<String, @Nullable Class<?>> declared, List<TextFault> faults) {
    this.declared = declared;
    this.faults = faults;
  }

  /// The value of a node; null if it is faulty, which is recorded.
  public @Nullable Object bind(Shape shape, Node node) {
    if (node instanceof Broken) {
      return null;
    }
    return switch (shape) {
      case Shape.Many(Shape element) -> many(element, node);
      case Shape.Table table -> table(table, node);
      case Shape.Localized _ -> localized(node);
      case Shape.Structure structure ->
          node instanceof Mapping mapping
              ? structure(structure, mapping)
              : wrong(node, new FileFault.MapNeeded(node.form(), requiredKeys(structure)));
      case Shape.Union union -> union(union, node);
      default -> scalar(shape, node);
    };
  }

  private @Nullable Object wrong(Node node, FileFault why) {
    if (node instanceof Scalar scalar && scalar.isEmpty()) {
      fault(node, FileFault.Plain.NO_VALUE, "");
      return null;
    }
    fault(node, why, node instanceof Scalar scalar ? scalar.value() : "");
    return null;
  }

  private static List<String> requiredKeys(Shape.Structure structure) {
    return structure.keys().stream().filter(Shape.Key::required).map(Shape.Key::name).toList();
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
      return wrong(node, new FileFault.TableNeeded(node.form()));
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

  private @Nullable Object localized(Node node) {
    if (!(node instanceof Mapping mapping)) {
      return scalar(new Shape.Text(), node) instanceof String text ? LocalizedText.of(text) : null;
    }
    if (mapping.entries().isEmpty()) {
      return wrong(node, new FileFault.ValueNeeded(node.form()));
    }
    return table(Shape.Localized.TEXTS, node) instanceof Map<?, ?> texts
        ? LocalizedText.of(Shape.Localized.texts(texts))
        : null;
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
            new FileFault.UnknownKey(
                name(structure.type()), beginsWithVowel(structure.type()), names),
            entry.key().value(),
            Spelling.nearest(entry.key().value(), names).orElse(null));
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

  /// Records missing required keys.
  protected void missing(Shape.Structure structure, Mapping mapping, List<String> names) {
    fault(
        mapping.entries().isEmpty() ? mapping : mapping.entries().getFirst().key(),
        new FileFault.MissingKeys(
            name(structure.type()),
            beginsWithVowel(structure.type()),
            names,
            names.stream().map(each -> each + ":").collect(Collectors.joining(", "))),
        "");
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
    faults.add(
        new TextFault(
            at.start(),
            at.end(),
            switch (refusal) {
              case InvalidValueException invalid -> Complaint.of(invalid);
              case Shapes.NotOfTypeException other -> other.complaint();
              default -> new Complaint(FileFault.Plain.IMPOSSIBLE_VALUE, "");
            }));
  }

  private static String name(Class<?> type) {
    return Shapes.kebab(type).replace('-', ' ');
  }

  private static boolean beginsWithVowel(Class<?> type) {
    return "aeiou".indexOf(name(type).charAt(0)) >= 0;
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
          new FileFault.WordTooShort(
              member.name(), member.form() == Shape.Form.MAP, memberKeys(member)),
          member.name());
      return null;
    }
    if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
      return wrong(node, new FileFault.WordOrKeyNeeded(node.form(), union.names()));
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
            new FileFault.NothingFollows(member.name()),
            entry.value() instanceof Scalar scalar ? scalar.value() : "");
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
                  entry.value(),
                  new FileFault.MapNeeded(entry.value().form(), requiredKeys(member.structure())));
    };
  }

  private static List<String> memberKeys(Shape.Member member) {
    return member.form() == Shape.Form.MAP
        ? member.structure().keys().stream().map(Shape.Key::name).toList()
        : List.of();
  }

  private @Nullable Object unknownWord(Scalar scalar, Collection<String> words, Class<?> type) {
    fault(
        scalar,
        new FileFault.UnknownWord(
            name(type), beginsWithVowel(type), List.copyOf(words), words.size() > WORDS_SHOWN),
        scalar.value(),
        Spelling.nearest(scalar.value(), words).orElse(null));
    return null;
  }

  private @Nullable Object scalar(Shape shape, Node node) {
    if (!(node instanceof Scalar scalar) || scalar.isEmpty()) {
      return wrong(node, new FileFault.ValueNeeded(node.form()));
    }
    String text = scalar.value();
    return switch (shape) {
      case Shape.Text _ -> words(text);
      case Shape.Whole whole -> whole(whole, scalar);
      case Shape.Truth _ ->
          switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> {
              fault(node, FileFault.Plain.NOT_TRUE_OR_FALSE, text);
              yield null;
            }
          };
      case Shape.Word(Class<?> type, Map<String, Object> values) -> {
        Object value = values.get(text);
        yield value != null ? value : unknownWord(scalar, values.keySet(), type);
      }
      case Shape.Coded coded -> coded(coded, scalar);
      case Shape.Reference reference -> reference(reference, scalar);
      case Shape.Localized _, Shape.Many _, Shape.Table _, Shape.Structure _, Shape.Union _ ->
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
      fault(scalar, FileFault.Plain.NUMBER_TOO_LARGE, scalar.value());
    } catch (NumberFormatException e) {
      fault(scalar, FileFault.Plain.NOT_A_WHOLE_NUMBER, scalar.value());
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
    Class<?> kind = declared.apply(scalar.value());
    Class<?> as = kind != null && reference.ids().contains(kind) ? kind : reference.otherwise();
    return bind(Shapes.of(as), scalar);
  }

  /// A short text once for all that repeat it, as names of speakers and publishers do.
  private String words(String text) {
    if (text.length() > LONGEST_REPEATED) {
      return text;
    }
    String same =
        repeated.size() < MOST_REPEATED ? repeated.putIfAbsent(text, text) : repeated.get(text);
    return same == null ? text : same;
  }

  private Map<String, Object> known(Shape shape) {
    return known.computeIfAbsent(shape, _ -> new HashMap<>());
  }

  private void fault(Node at, FileFault why, String value) {
    fault(at, why, value, null);
  }

  private void fault(Node at, FileFault why, String value, @Nullable String meant) {
    faults.add(new TextFault(at.start(), at.end(), new Complaint(why, value, meant)));
  }
}
