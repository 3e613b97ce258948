package org.parley.casefile.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.Node.Broken;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.Node.Style;
import org.parley.wording.Complaint;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Parses one YAML text into nodes. Never throws for any text; cost is linear in its length.
public final class YamlReader {

  private static final String YAML_TAGS = "tag:yaml.org,2002:";

  /// The deepest nesting of lists and maps.
  public static final int MAX_DEPTH = 40;

  /// The result of parsing.
  ///
  /// @param root the value of the document; null if there is none or the text is unreadable
  /// @param faults every fault of the text
  /// @param readable whether the text could be read to its end
  public record Result(@Nullable Node root, List<TextFault> faults, boolean readable) {}

  /// Aborts parsing of a text nested too deeply.
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super("too deep", null, false, false);
    }
  }

  private final Offsets offsets;
  private final ParserImpl parser;
  private final List<TextFault> faults = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();
  private int last;

  private YamlReader(SourceText source) {
    this.offsets = new Offsets(source.text());
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            .setBufferSize(8192)
            .build();
    this.parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
  }

  /// Reads a text.
  public static Result read(SourceText source) {
    Node root = SubsetReader.read(source.text());
    return root != null ? new Result(root, List.of(), true) : readInFull(source);
  }

  /// Parses a text with the parser of the whole language.
  static Result readInFull(SourceText source) {
    Optional<TextFault> unprintable = unprintable(source.text());
    if (unprintable.isPresent()) {
      return new Result(null, List.of(unprintable.get()), false);
    }
    YamlReader reader = new YamlReader(source);
    try {
      Node root = reader.document();
      return new Result(root, List.copyOf(reader.faults), true);
    } catch (TooDeep e) {
      return new Result(null, List.copyOf(reader.faults), false);
    } catch (RuntimeException e) {
      // The parser reports faults of the text as exceptions of several kinds.
      reader.faults.add(SyntaxAdvice.of(e, reader.offsets, source.text(), reader.last));
      return new Result(null, List.copyOf(reader.faults), false);
    }
  }

  private static Optional<TextFault> unprintable(String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int length = Character.charCount(point);
      if (!StreamReader.isPrintable(point)) {
        return Optional.of(
            new TextFault(
                i,
                i + length,
                new Complaint(
                    FileFault.Plain.NOT_A_TEXT_CHARACTER,
                    String.format(Locale.ROOT, "U+%04X", point))));
      }
      i += length;
    }
    return Optional.empty();
  }

  private Event next() {
    Event event = parser.next();
    last = start(event);
    return event;
  }

  private int start(Event event) {
    return offset(event.getStartMark());
  }

  private int end(Event event) {
    return offset(event.getEndMark());
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(m -> offsets.of(m.getIndex())).orElse(last);
  }

  private @Nullable Node document() {
    next();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return null;
    }
    next();
    Node root = node(1);
    next();
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      Event second = next();
      fault(start(second), end(second), FileFault.Plain.SECOND_DOCUMENT, "---");
      while (parser.hasNext()) {
        next();
      }
    }
    return root instanceof Scalar scalar && scalar.isEmpty() && scalar.value().isEmpty()
        ? null
        : root;
  }

  /// A tag as written: `!!java.net.URL`.
  private static String written(String tag) {
    return tag.startsWith(YAML_TAGS) ? "!!" + tag.substring(YAML_TAGS.length()) : tag;
  }

  private Node node(int depth) {
    Event event = next();
    if (event instanceof AliasEvent alias) {
      fault(start(event), end(event), FileFault.Plain.ALIAS, "*" + alias.getAlias());
      return new Broken(start(event), end(event));
    }
    NodeEvent head = (NodeEvent) event;
    boolean sound = true;
    if (head.getAnchor().isPresent()) {
      fault(
          start(event),
          Math.max(end(event), start(event) + 1),
          FileFault.Plain.ANCHOR,
          "&" + head.getAnchor().get());
      sound = false;
    }
    Optional<String> tag =
        switch (head) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> Optional.empty();
        };
    if (tag.isPresent()) {
      fault(
          start(event),
          Math.max(end(event), start(event) + 1),
          FileFault.Plain.TAG,
          written(tag.get()));
      sound = false;
    }
    Node node =
        switch (head) {
          case ScalarEvent scalar -> scalar(scalar);
          case CollectionStartEvent collection -> collection(collection, depth);
          default -> new Broken(start(event), end(event));
        };
    return sound ? node : new Broken(node.start(), node.end());
  }

  private Node collection(CollectionStartEvent head, int depth) {
    if (depth > MAX_DEPTH) {
      fault(start(head), end(head), new FileFault.NestedTooDeep(MAX_DEPTH), "");
      throw new TooDeep();
    }
    return head.getEventId() == Event.ID.MappingStart
        ? mapping(head, depth)
        : sequence(head, depth);
  }

  private Scalar scalar(ScalarEvent event) {
    Style style =
        switch (event.getScalarStyle()) {
          case PLAIN -> Style.PLAIN;
          case LITERAL, FOLDED -> Style.BLOCK;
          case DOUBLE_QUOTED, SINGLE_QUOTED, JSON_SCALAR_STYLE -> Style.QUOTED;
        };
    return new Scalar(start(event), end(event), event.getValue(), style);
  }

  private Sequence sequence(CollectionStartEvent head, int depth) {
    List<Node> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    Event tail = next();
    int end = head.isFlow() || items.isEmpty() ? end(tail) : items.getLast().end();
    return new Sequence(start(head), end, head.isFlow(), items);
  }

  private Mapping mapping(CollectionStartEvent head, int depth) {
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int lastEnd = end(head);
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Node key = node(depth + 1);
      Node value = node(depth + 1);
      lastEnd = Math.max(key.end(), value.end());
      if (!(key instanceof Scalar scalar)) {
        if (!(key instanceof Broken)) {
          fault(key.start(), key.end(), FileFault.Plain.KEY_NOT_A_WORD, "");
        }
        continue;
      }
      if (scalar.value().equals("<<")) {
        if (!(value instanceof Broken)) {
          fault(key.start(), key.end(), FileFault.Plain.MERGE_KEY, "<<");
        }
        continue;
      }
      if (!seen.add(scalar.value())) {
        fault(key.start(), key.end(), FileFault.Plain.KEY_TWICE, scalar.value());
        continue;
      }
      String word = words.computeIfAbsent(scalar.value(), w -> w);
      entries.add(new Entry(new Scalar(scalar.start(), scalar.end(), word, scalar.style()), value));
    }
    Event tail = next();
    return new Mapping(start(head), head.isFlow() ? end(tail) : lastEnd, head.isFlow(), entries);
  }

  private void fault(int start, int end, FileFault why, String value) {
    faults.add(new TextFault(start, end, new Complaint(why, value)));
  }

  /// Converts code points, the unit of the parser, to characters.
  static final class Offsets {

    private final int[] pairs;

    Offsets(String text) {
      int codePoints = 0;
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < text.length(); i++, codePoints++) {
        if (Character.isHighSurrogate(text.charAt(i))
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          found.add(codePoints);
          i++;
        }
      }
      pairs = found.stream().mapToInt(Integer::intValue).toArray();
    }

    int of(int codePoint) {
      if (pairs.length == 0) {
        return codePoint;
      }
      int before = Arrays.binarySearch(pairs, codePoint);
      return codePoint + (before >= 0 ? before : -before - 1);
    }
  }
}
