package org.parley.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;
import org.parley.provision.BracketReader;
import org.parley.provision.BracketSpread;
import org.parley.provision.BracketSpread.SpreadWords;
import org.parley.provision.DoubtfulLine;
import org.parley.provision.ProvisionNumber;
import org.parley.provision.ProvisionReader;
import org.parley.provision.ProvisionTree;
import org.parley.provision.TextProvision;

/// Reads a whole text into its tree, with brackets and their holders.
public final class DocumentReader {

  private final Function<String, Optional<PartyId>> parties;
  private final ElementIds ids = new ElementIds();
  private final IdentityHashMap<TextProvision, SpreadWords> spread = new IdentityHashMap<>();
  private final List<DoubtfulLine> doubts = new ArrayList<>();

  private DocumentReader(Function<String, Optional<PartyId>> parties) {
    this.parties = parties;
  }

  /// The tree of a text.
  ///
  /// @param text its lines
  /// @param language its language, a BCP 47 tag; null if it is not on record
  /// @param parties the party of a name, in any spelling of the text
  public static DocumentText read(
      String text, @Nullable String language, Function<String, Optional<PartyId>> parties) {
    return new DocumentReader(parties).read(ProvisionReader.read(text), language);
  }

  /// A text for programs: every line is a paragraph, and no number counts.
  static DocumentText lines(String text, @Nullable String language) {
    return new DocumentText(
        List.of(
            new DocumentElement(
                new ElementIds().next("", ElementKind.OPENING, null, "", 0),
                ElementKind.OPENING,
                "",
                "",
                List.of(new Segment.Plain(text)),
                null,
                List.of())),
        language,
        List.of());
  }

  private DocumentText read(ProvisionTree tree, @Nullable String language) {
    doubts.addAll(tree.doubts());
    spread(tree);
    List<DocumentElement> elements = new ArrayList<>();
    frame(ElementKind.OPENING, tree.opening()).ifPresent(elements::add);
    Deque<TextProvision> closings = new ArrayDeque<>(tree.closings());
    for (TextProvision each : tree.provisions()) {
      while (!closings.isEmpty() && each.line() > closings.getFirst().line()) {
        frame(ElementKind.CLOSING, closings.removeFirst()).ifPresent(elements::add);
      }
      elements.add(element(each, "", 0));
    }
    closings.forEach(each -> frame(ElementKind.CLOSING, each).ifPresent(elements::add));
    return new DocumentText(elements, language, doubts);
  }

  private Optional<DocumentElement> frame(ElementKind kind, TextProvision words) {
    return words.paragraphs().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DocumentElement(
                ids.next("", kind, null, "", 0), kind, "", "", words(words), null, List.of()));
  }

  private DocumentElement element(TextProvision provision, String in, int items) {
    ProvisionNumber number = Objects.requireNonNull(provision.number());
    ElementKind kind = ElementKind.of(number.unit());
    String id = ids.next(in, kind, number.isUnnumbered() ? null : number, "", items);
    int inside = kind == ElementKind.ITEM ? items + 1 : items;
    List<Segment> words = words(provision);
    List<DocumentElement> parts = new ArrayList<>();
    provision.parts().forEach(each -> parts.add(element(each, id, inside)));
    return new DocumentElement(id, kind, number.printed(), provision.heading(), words, null, parts);
  }

  /// Brackets that cover several provisions.
  private void spread(ProvisionTree tree) {
    List<TextProvision> provisions = tree.all().toList();
    List<SpreadWords> words =
        BracketSpread.of(provisions.stream().map(DocumentReader::own).toList(), parties);
    for (int i = 0; i < words.size(); i++) {
      spread.put(provisions.get(i), words.get(i));
    }
  }

  private static String own(TextProvision provision) {
    return String.join("\n", provision.paragraphs());
  }

  private List<Segment> words(TextProvision provision) {
    SpreadWords words = spread.getOrDefault(provision, new SpreadWords(own(provision), null));
    BracketReader.BracketedWords read = BracketReader.read(words.words(), parties);
    if (words.doubt() != null) {
      doubts.add(new DoubtfulLine(provision.line(), words.doubt()));
    }
    read.doubts().forEach(each -> doubts.add(new DoubtfulLine(provision.line(), each)));
    return read.segments();
  }
}
