package org.parley.exchange.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;
import org.parley.document.ElementKind;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;

/// Reads the text of an Akoma Ntoso document. An element without a counterpart is read as words or
/// left out, and each is a doubt at its line.
public final class AknReader {

  /// A doubt and the line it is about.
  public record AknDoubtAtLine(int line, AknDoubt doubt) {}

  /// A text that was read.
  ///
  /// @param title its title; empty for none
  /// @param doubts what was read in part, in the order of the file
  public record ReadAkn(DocumentText text, String title, List<AknDoubtAtLine> doubts) {
    public ReadAkn {
      doubts = List.copyOf(doubts);
    }
  }

  private static final String NUMBER = "num";
  private static final String HEADING = "heading";
  private static final String SUBHEADING = "subheading";
  private static final Set<String> HEADS = Set.of(NUMBER, HEADING, SUBHEADING);

  /// Stands between a heading and what specifies it.
  private static final String BETWEEN = " – ";

  private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?akomaNtoso[\\s>]");

  /// Signs before the root at most: editors put notes of their own there.
  private static final int LONGEST_START = 8_000;

  private final List<AknDoubtAtLine> doubts = new ArrayList<>();
  private final AknWords words;
  private final Set<String> ids = new HashSet<>();

  private AknReader(Function<String, Optional<PartyId>> parties) {
    this.words = new AknWords(parties, doubts);
  }

  /// Whether a file begins as one of Akoma Ntoso, with a prefix or without.
  public static boolean isOne(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LONGEST_START), StandardCharsets.UTF_8);
    return start.replace("\uFEFF", "").stripLeading().startsWith("<") && ROOT.matcher(start).find();
  }

  /// Reads a file.
  ///
  /// @param parties the party of an id or a name
  /// @throws BadFileException if it is no well-formed XML, too large, or without a text
  public static ReadAkn read(InputFile file, Function<String, Optional<PartyId>> parties)
      throws BadFileException {
    AknNode root = AknNode.read(file);
    return new AknReader(parties).read(file, root);
  }

  private ReadAkn read(InputFile file, AknNode root) throws BadFileException {
    AknNode document =
        root.children().stream()
            .filter(each -> body(each).isPresent())
            .findFirst()
            .orElseThrow(
                () ->
                    SaidFault.at(
                        file.name(),
                        root.line(),
                        "there is no document with a body in it",
                        "look for a file with <doc>, <act> or <statement>"));
    int at = root.children().indexOf(document);
    for (int i = 0; i < root.children().size(); i++) {
      AknNode each = root.children().get(i);
      if (i != at) {
        doubts.add(new AknDoubtAtLine(each.line(), new AknDoubt.AknElementLeftOut(each.name())));
      }
    }
    String language =
        document
            .child("meta")
            .map(
                meta -> {
                  words.references(meta);
                  return language(meta);
                })
            .orElse(null);
    List<DocumentElement> elements = new ArrayList<>();
    String title = document(document, elements);
    return new ReadAkn(new DocumentText(elements, language, List.of()), title, doubts);
  }

  private static Optional<AknNode> body(AknNode document) {
    return document.children().stream()
        .filter(
            each ->
                each.name().equals("body")
                    || each.name().equals("mainBody")
                    || each.name().endsWith("Body"))
        .findFirst();
  }

  private static @Nullable String language(AknNode meta) {
    return meta.child("identification")
        .flatMap(each -> each.child("FRBRExpression"))
        .flatMap(each -> each.child("FRBRlanguage"))
        .map(each -> AknNames.tag(Objects.requireNonNullElse(each.attribute("language"), "")))
        .orElse(null);
  }

  /// @return the title
  private String document(AknNode document, List<DocumentElement> elements) {
    String title = "";
    List<AknNode> opening = new ArrayList<>();
    @Nullable AknNode preamble = null;
    for (AknNode each : document.children()) {
      switch (each.name()) {
        case "meta" -> {}
        case "coverPage", "preface" -> {
          String only = isOurs(document) ? each.text() : null;
          if (only == null) {
            opening.addAll(each.children());
          } else {
            title = only;
          }
        }
        case "preamble" -> {
          opening.addAll(each.children());
          preamble = each;
        }
        case "conclusions" -> elements.add(frame(each, ElementKind.CLOSING, each.children()));
        case "attachments", "components" -> each.children().forEach(it -> attached(it, elements));
        default -> {
          if (!opening.isEmpty()) {
            elements.add(frame(preamble == null ? each : preamble, ElementKind.OPENING, opening));
            opening = new ArrayList<>();
          }
          elements.addAll(parts(each.children(), 0));
        }
      }
    }
    return title;
  }

  /// Whether the preface has no more than the title of the instrument, which is no part of the
  /// text.
  private static boolean isOurs(AknNode document) {
    return document
        .child("meta")
        .flatMap(each -> each.child("proprietary"))
        .flatMap(each -> each.child("text"))
        .filter(each -> each.attribute("sha256") != null)
        .isPresent();
  }

  private DocumentElement frame(AknNode node, ElementKind kind, List<AknNode> blocks) {
    String name = kind == ElementKind.OPENING ? "preamble" : "conclusions";
    boolean isOwn = node.name().equals(name);
    return new DocumentElement(
        id(isOwn ? node.attribute("eId") : null, name),
        kind,
        "",
        "",
        words.of(blocks),
        isOwn ? words.point(node) : null,
        List.of());
  }

  private void attached(AknNode attachment, List<DocumentElement> elements) {
    for (AknNode each : attachment.children()) {
      Optional<AknNode> body = body(each);
      if (body.isEmpty()) {
        if (!HEADS.contains(each.name())) {
          doubts.add(new AknDoubtAtLine(each.line(), new AknDoubt.AknElementLeftOut(each.name())));
        }
        continue;
      }
      List<DocumentElement> parts = new ArrayList<>();
      String title = document(each, parts);
      elements.add(
          new DocumentElement(
              id(attachment.attribute("eId"), "annex"),
              ElementKind.ANNEX,
              numbered(attachment),
              titled(headed(attachment), title),
              List.of(),
              null,
              parts));
    }
  }

  /// A heading of an attachment that its document has as its title, too, is one.
  private static String titled(String heading, String title) {
    return heading.isEmpty() || title.isEmpty() || heading.equals(title)
        ? heading.isEmpty() ? title : heading
        : heading + BETWEEN + title;
  }

  /// The elements of a hierarchy. Words between them are elements without a number.
  private List<DocumentElement> parts(List<AknNode> nodes, int items) {
    List<DocumentElement> parts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      AknNode each = nodes.get(i);
      if (each.attribute("alternativeTo") != null) {
        doubts.add(
            new AknDoubtAtLine(each.line(), new AknDoubt.AknAlternativeToNothing(each.name())));
      }
      int end = i + 1;
      while (end < nodes.size() && isAlternative(nodes.get(end), each)) {
        end++;
      }
      List<AknNode> alternatives = nodes.subList(i + 1, end);
      ElementKind kind = AknNames.kind(each.name(), each.attribute("name"));
      if (kind != null) {
        parts.add(element(each, kind, alternatives, items));
      } else if (each.name().equals("crossHeading")) {
        parts.add(heading(each));
      } else if (!each.text().isEmpty()) {
        parts.add(loose(List.of(each)));
      }
      i = end - 1;
    }
    return parts;
  }

  private static boolean isAlternative(AknNode node, AknNode to) {
    String of = node.attribute("alternativeTo");
    String id = to.attribute("eId");
    return of != null && id != null && of.equals(of.startsWith("#") ? "#" + id : id);
  }

  private DocumentElement heading(AknNode node) {
    return new DocumentElement(
        id(node.attribute("eId"), "hd"),
        ElementKind.HEADING,
        "",
        node.text(),
        List.of(),
        null,
        List.of());
  }

  private DocumentElement loose(List<AknNode> blocks) {
    return new DocumentElement(
        id(null, "para"), ElementKind.ITEM, "", "", words.of(blocks), null, List.of());
  }

  private DocumentElement element(
      AknNode node, ElementKind kind, List<AknNode> alternatives, int items) {
    if (!AknNames.isOurs(node.name())) {
      doubts.add(new AknDoubtAtLine(node.line(), new AknDoubt.AknElementAsWords(node.name())));
    }
    String id = id(node.attribute("eId"), node.name());
    int inside = kind == ElementKind.ITEM ? items + 1 : items;
    List<AknNode> blocks = new ArrayList<>();
    List<AknNode> below = new ArrayList<>();
    List<AknNode> after = new ArrayList<>();
    for (AknNode each : node.children()) {
      switch (each.name()) {
        case NUMBER, HEADING, SUBHEADING -> {}
        case "intro", "content" -> blocks.addAll(each.children());
        case "wrapUp" -> after.addAll(each.children());
        default -> below.add(each);
      }
    }
    List<Segment> own =
        alternatives.isEmpty() ? words.of(blocks) : List.of(bracket(node, blocks, alternatives));
    List<DocumentElement> parts = parts(below, inside);
    if (!after.isEmpty()) {
      parts.add(loose(after));
    }
    return new DocumentElement(
        id, kind, numbered(node), headed(node), own, words.point(node), parts);
  }

  private Segment bracket(AknNode node, List<AknNode> blocks, List<AknNode> alternatives) {
    List<Segment.Alternative> all = new ArrayList<>();
    all.add(words.alternative(node, blocks));
    for (AknNode each : alternatives) {
      List<AknNode> own =
          each.child("content")
              .or(() -> each.child("intro"))
              .map(AknNode::children)
              .orElse(List.of());
      all.add(words.alternative(each, own));
    }
    return new Segment.Bracket(null, all);
  }

  private static String numbered(AknNode node) {
    return node.child(NUMBER).map(AknReader::line).orElse("");
  }

  private static String headed(AknNode node) {
    String heading = node.child(HEADING).map(AknReader::line).orElse("");
    String sub = node.child(SUBHEADING).map(AknReader::line).orElse("");
    return heading.isEmpty() || sub.isEmpty() ? heading + sub : heading + BETWEEN + sub;
  }

  /// The words of a number or heading, as they are.
  private static String line(AknNode node) {
    return node.content().size() == 1
            && node.content().getFirst() instanceof AknNode.Content.Words(String said)
        ? said
        : node.text();
  }

  private String id(@Nullable String given, String otherwise) {
    String id = given == null || given.isBlank() ? otherwise : given;
    String free = id;
    for (int i = 2; !ids.add(free); i++) {
      free = id + "-" + i;
    }
    return free;
  }
}
