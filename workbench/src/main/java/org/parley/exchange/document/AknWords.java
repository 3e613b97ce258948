package org.parley.exchange.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.document.AknReader.AknDoubtAtLine;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;

/// Reads the words of blocks, with brackets and their holders.
final class AknWords {

  /// Elements around words that a text reads without them.
  private static final Set<String> PLAIN =
      Set.of(
          "p",
          "span",
          "b",
          "i",
          "u",
          "sup",
          "sub",
          "a",
          "ref",
          "mref",
          "rref",
          "inline",
          "def",
          "term",
          "date",
          "entity",
          "organization",
          "person",
          "role",
          "location",
          "quantity",
          "docTitle",
          "docNumber",
          "docDate",
          "docType",
          "docPurpose",
          "docProponent",
          "docStatus",
          "docAuthority",
          "formula",
          "recital",
          "recitals",
          "citation",
          "citations",
          "block",
          "container",
          "signature",
          "ins",
          "num",
          "heading",
          "subheading",
          "intro",
          "wrapUp",
          "content",
          "preamble",
          "preface",
          "conclusions",
          "longTitle",
          "shortTitle",
          "omissis",
          "placeholder",
          "abbr",
          "time",
          "event",
          "concept",
          "object",
          "process",
          "mod",
          "quotedText",
          "embeddedText",
          "blockContainer",
          "listIntroduction",
          "listWrapUp");

  /// Elements that begin a paragraph.
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "block",
          "item",
          "tr",
          "longTitle",
          "formula",
          "recital",
          "citation",
          "signature",
          "listIntroduction",
          "listWrapUp",
          "quotedStructure",
          "blockContainer",
          "container");

  /// Elements that are no words of the text.
  private static final Set<String> LEFT_OUT =
      Set.of("del", "authorialNote", "noteRef", "remark", "img", "marker", "toc", "meta");

  private record Reference(String kind, String href, String shown) {}

  private final Function<String, Optional<PartyId>> parties;
  private final List<AknDoubtAtLine> doubts;
  private final Map<String, Reference> references = new HashMap<>();

  AknWords(Function<String, Optional<PartyId>> parties, List<AknDoubtAtLine> doubts) {
    this.parties = parties;
    this.doubts = doubts;
  }

  /// Takes in the references of the metadata.
  void references(AknNode meta) {
    for (AknNode list : meta.children()) {
      if (list.name().equals("references")) {
        for (AknNode each : list.children()) {
          references.put(
              Objects.requireNonNullElse(each.attribute("eId"), ""),
              new Reference(
                  each.name(),
                  Objects.requireNonNullElse(each.attribute("href"), ""),
                  Objects.requireNonNullElse(each.attribute("showAs"), "")));
        }
      }
    }
  }

  /// The words of some blocks: a paragraph each.
  List<Segment> of(List<AknNode> blocks) {
    Collector into = new Collector();
    for (AknNode each : blocks) {
      into.paragraph();
      walk(each, into);
    }
    return into.segments();
  }

  /// Collects words, and joins those that stand beside each other.
  private static final class Collector {

    private final List<Segment> segments = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private boolean isBegun;

    void paragraph() {
      if (isBegun) {
        plain.append('\n');
      }
      isBegun = true;
    }

    /// A block within another one begins a paragraph, unless it is the first thing there.
    void inner() {
      if (!isAtStart()) {
        plain.append('\n');
      }
    }

    /// A line end within words is how the file is laid out: it is a space.
    void say(String words) {
      if (words.indexOf('\n') < 0) {
        plain.append(words);
        return;
      }
      String folded = words.replaceAll("\\s*\\n\\s*", " ");
      plain.append(isAtStart() ? folded.stripLeading() : folded);
    }

    private boolean isAtStart() {
      return plain.isEmpty() ? segments.isEmpty() : plain.charAt(plain.length() - 1) == '\n';
    }

    void bracket(Segment.Bracket bracket) {
      flush();
      segments.add(bracket);
    }

    private void flush() {
      if (!plain.isEmpty()) {
        segments.add(new Segment.Plain(plain.toString()));
        plain.setLength(0);
      }
    }

    List<Segment> segments() {
      flush();
      return segments;
    }
  }

  private void walk(AknNode node, Collector into) {
    if (LEFT_OUT.contains(node.name())) {
      if (!node.text().isEmpty()) {
        doubts.add(new AknDoubtAtLine(node.line(), new AknDoubt.AknElementLeftOut(node.name())));
      }
      return;
    }
    if (node.name().equals("eol") || node.name().equals("br")) {
      into.plain.append('\n');
      return;
    }
    if (isNamed(node, AknNames.BRACKET)) {
      into.bracket(bracket(node));
      return;
    }
    if (!PLAIN.contains(node.name())) {
      doubts.add(new AknDoubtAtLine(node.line(), new AknDoubt.AknElementAsWords(node.name())));
    }
    boolean hasBlocks = node.children().stream().anyMatch(each -> BLOCKS.contains(each.name()));
    for (AknNode.Content each : node.content()) {
      switch (each) {
        case AknNode.Content.Words(String words) -> {
          if (!hasBlocks || !words.isBlank()) {
            into.say(hasBlocks ? words.strip() : words);
          }
        }
        case AknNode.Content.Child(AknNode child) -> {
          if (BLOCKS.contains(child.name())) {
            into.inner();
          }
          walk(child, into);
        }
      }
    }
  }

  private static boolean isNamed(AknNode node, String name) {
    return node.name().equals("inline") && name.equals(node.attribute("name"));
  }

  private Segment.Bracket bracket(AknNode node) {
    List<Segment.Alternative> alternatives = new ArrayList<>();
    for (AknNode each : node.children()) {
      if (isNamed(each, AknNames.ALTERNATIVE)) {
        alternatives.add(alternative(each, List.of(each)));
      }
    }
    if (alternatives.isEmpty()) {
      alternatives.add(alternative(node, List.of(withoutName(node))));
    }
    return new Segment.Bracket(node.attribute("title"), alternatives);
  }

  /// The bracket of another program: its words are one alternative.
  private static AknNode withoutName(AknNode node) {
    return new AknNode("span", Map.of(), node.content(), node.line());
  }

  /// A wording and its holders.
  ///
  /// @param of the element that refers to the holders
  /// @param blocks its words
  Segment.Alternative alternative(AknNode of, List<AknNode> blocks) {
    List<PartyId> holders = new ArrayList<>();
    StringBuilder unknown = new StringBuilder();
    for (String each : referred(of)) {
      Reference to = references.get(each);
      if (to == null || to.kind.equals("TLCConcept")) {
        continue;
      }
      Optional<PartyId> party =
          parties
              .apply(to.href.substring(to.href.lastIndexOf('/') + 1))
              .or(() -> parties.apply(to.shown));
      if (party.isPresent()) {
        holders.add(party.get());
      } else {
        doubts.add(new AknDoubtAtLine(of.line(), new AknDoubt.AknHolderUnknown(to.shown)));
        unknown.append(to.shown).append(": ");
      }
    }
    boolean isNone =
        blocks.stream().flatMap(AknWords::inside).anyMatch(each -> isNamed(each, AknNames.NO_TEXT));
    return new Segment.Alternative(holders, isNone ? null : unknown + flat(of(blocks)), isNone);
  }

  private static Stream<AknNode> inside(AknNode node) {
    return Stream.concat(Stream.of(node), node.children().stream().flatMap(AknWords::inside));
  }

  /// The words of an alternative: a bracket within one is words.
  private String flat(List<Segment> segments) {
    StringBuilder words = new StringBuilder();
    for (Segment each : segments) {
      switch (each) {
        case Segment.Plain(String said) -> words.append(said);
        case Segment.Bracket bracket ->
            bracket
                .alternatives()
                .forEach(
                    it ->
                        words
                            .append('[')
                            .append(Objects.requireNonNullElse(it.words(), ""))
                            .append(']'));
      }
    }
    return words.toString();
  }

  /// The point that an element belongs to, if it says one of ours.
  @Nullable PointId point(AknNode node) {
    for (String each : referred(node)) {
      Reference to = references.get(each);
      if (to != null && to.kind.equals("TLCConcept") && each.startsWith(AknNames.POINT)) {
        String id = each.substring(AknNames.POINT.length());
        if (Id.SYNTAX.matcher(id).matches()) {
          return new PointId(id);
        }
      }
    }
    return null;
  }

  private static List<String> referred(AknNode node) {
    String all = node.attribute("refersTo");
    return all == null || all.isBlank()
        ? List.of()
        : Arrays.stream(all.strip().split("\\s+", -1))
            .map(each -> each.startsWith("#") ? each.substring(1) : each)
            .toList();
  }
}
