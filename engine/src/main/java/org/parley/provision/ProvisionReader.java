package org.parley.provision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.provision.NumberReader.Numbered;
import org.parley.provision.OpenSeries.ProvisionPlace;
import org.parley.provision.ProvisionNumber.Numeral;

/// Reads a text into its provisions, line by line. The open provisions form a stack, in which each
/// number finds its place ([OpenSeries]). A line without one is a heading, or words.
public final class ProvisionReader {

  private NumbersOfText numbersOfText = NumbersOfText.of(List.of(), List.of());
  private final Deque<OpenProvision> open = new ArrayDeque<>();
  private final OpenProvision root = new OpenProvision(null, 1);
  private OpenSeries series = new OpenSeries(open, root, numbersOfText);
  private final OuterParagraphs outer = new OuterParagraphs(open, root);
  private final OpenProvision opening = new OpenProvision(null, 1);
  private final List<ProvisionLine> closing = new ArrayList<>();
  private final List<TextProvision> closings = new ArrayList<>();
  private final List<DoubtfulLine> doubts = new ArrayList<>();

  /// The last line that may be such a formula.
  private int lastFormula;

  /// Whether the numbers count parties.
  private boolean isAmongParties;

  private boolean isClosed;

  /// Whether a bracket before the last number is still to open.
  private boolean isBracketed;

  /// Whether a line among the signatures has a number.
  private boolean hasNumbersInClosing;

  /// The spaces before the line.
  private int indent;

  private ProvisionReader() {}

  /// The provisions of a text.
  ///
  /// @param text the text; a line is a paragraph, or part of one
  public static ProvisionTree read(String text) {
    return new ProvisionReader().tree(SourceLines.of(text), SourceLines.indents(text));
  }

  private ProvisionTree tree(List<String> lines, List<Integer> indents) {
    BitSet quoted = QuotedLines.of(lines);
    List<List<Numbered>> numbers =
        IntStream.range(0, lines.size())
            .mapToObj(it -> quoted.get(it) ? List.<Numbered>of() : numbers(lines.get(it)))
            .toList();
    numbersOfText = NumbersOfText.of(lines, numbers);
    series = new OpenSeries(open, root, numbersOfText);
    lastFormula =
        1
            + IntStream.range(0, lines.size())
                .filter(it -> EnactingWords.areFormula(lines.get(it)))
                .max()
                .orElse(-1);
    int width = SourceLines.width(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (quoted.get(i) && !isClosed) {
        quote(lines.get(i), i + 1);
      } else if (!lines.get(i).isEmpty()) {
        int next = SourceLines.next(lines, i);
        boolean isBeforeArticle = numbersOfText.isBeforeArticle(i);
        String above = i == 0 ? "" : lines.get(i - 1);
        List<Numbered> readings =
            numbers.get(i).stream()
                .filter(
                    it ->
                        above.isEmpty()
                            || !NumberReader.isUnmarked(it.number())
                            || (width == 0 && series.next(List.of(it)) != null)
                            || isBeforeDecimal(it, lines, numbers, next))
                .filter(it -> it.number().word() == null || !LineForms.breaksOff(above))
                .filter(it -> width == 0 || LineForms.ends(above) || !isWithinSentence(it, above))
                .map(it -> numbersOfText.hasArticles() ? amongArticles(it, isBeforeArticle) : it)
                .toList();
        boolean goesOn =
            next < lines.size()
                && numbers.get(next).isEmpty()
                && Character.isLowerCase(lines.get(next).codePointAt(0));
        boolean continues = LineForms.breaksOff(above) || (width > 0 && above.length() >= width);
        boolean isApart = above.isEmpty() || width == 0;
        series.isBegun = isApart || LineForms.ends(above) || above.endsWith(",");
        List<Numbered> below = next < lines.size() ? numbers.get(next) : List.of();
        indent = indents.get(i);
        boolean begins = isApart || SourceLines.isBrokenBefore(lines.get(i), above, width);
        line(
            new ProvisionLine(
                lines.get(i), i + 1, goesOn, continues, isApart, begins, indent, below),
            readings);
      }
    }
    endClosing();
    if (root.parts.isEmpty()) {
      count();
    }
    return new ProvisionTree(
        opening.read(), root.parts.stream().map(OpenProvision::read).toList(), closings, doubts);
  }

  /// Without any number, paragraphs are counted by their place.
  private void count() {
    root.parts.addAll(CountedParagraphs.of(opening));
    if (!root.parts.isEmpty()) {
      int first = root.parts.getFirst().line;
      long counted = root.parts.stream().flatMap(each -> each.read().all()).count();
      doubts.add(new DoubtfulLine(first, new TextDoubt.ParagraphsCounted((int) counted)));
    }
  }

  private static List<Numbered> numbers(String line) {
    return LineForms.isLongRow(line) ? List.of() : NumberReader.read(line);
  }

  /// Whether "Annex 1 to the Treaty" may stand within a sentence.
  private static boolean isWithinSentence(Numbered numbered, String above) {
    return !above.isEmpty()
        && numbered.number().unit() == Unit.ANNEX
        && NumberReader.isPartOfText(numbered.rest());
  }

  /// Whether `1 Governance` stands before `1.1`, maybe with one line between.
  private static boolean isBeforeDecimal(
      Numbered numbered, List<String> lines, List<List<Numbered>> numbers, int next) {
    List<Integer> first = List.of(numbered.number().last(), 1);
    return LineForms.isHeading(numbered.rest())
        && IntStream.of(next, SourceLines.next(lines, next))
            .filter(it -> it < lines.size())
            .mapToObj(numbers::get)
            .flatMap(List::stream)
            .anyMatch(it -> it.number().path().equals(first));
  }

  /// Where a text has articles, "A. Ceasefire" right before one heads a section, and so does "B."
  /// outside of articles. "Phase I" elsewhere is part of an article.
  private Numbered amongArticles(Numbered numbered, boolean isBeforeArticle) {
    if ("§".equals(numbered.number().word())) {
      return open.stream().anyMatch(ProvisionReader::isNamedArticle)
          ? NumberReader.withinArticles(numbered)
          : numbered;
    }
    boolean isWithin = open.stream().anyMatch(it -> it.unit() == Unit.ARTICLE);
    if (NumbersOfText.mayHeadSection(numbered)
        && (isBeforeArticle || (!isWithin && numbersOfText.headSections(numbered.number())))) {
      return NumberReader.asSection(numbered);
    }
    return isBeforeArticle ? numbered : NumberReader.withinArticles(numbered);
  }

  /// Whether it is an article by that word, in which `§ 1` is a paragraph.
  private static boolean isNamedArticle(OpenProvision node) {
    return node.unit() == Unit.ARTICLE && node.number != null && !"§".equals(node.number.word());
  }

  /// A line of another text stands where it is quoted.
  private void quote(String words, int line) {
    if (!words.isEmpty()) {
      (root.parts.isEmpty() ? opening : open.element()).addWhole(words, line);
    }
  }

  private void line(ProvisionLine line, List<Numbered> readings) {
    String words = line.words();
    if (root.parts.isEmpty() && isParty(line, readings)) {
      if (readings.isEmpty()) {
        opening.add(line);
      } else {
        opening.addWhole(words, line.at());
      }
      return;
    }
    ProvisionPlace place = isClosed ? afterClosing(readings) : placeBelow(readings);
    if (place != null && isFirstReason(place, line.at())) {
      series.recitals = heading(opening.paragraphs.removeLast(), line.at() - 1);
      place = series.place(readings);
    }
    if (place != null) {
      open(place, line.at());
    } else if (isClosed && LineForms.isProtocol(words)) {
      open.clear();
      series.restart();
      heading(words, line.at());
    } else if (isClosed) {
      closing.add(line);
    } else if (isFormula(line)) {
      enact(line);
    } else if (root.parts.isEmpty() && isHeadOfFirst(line)) {
      heading(words, line.at());
    } else if (root.parts.isEmpty()) {
      opening.add(line);
    } else if (LineForms.isClosing(words)) {
      isClosed = true;
      hasNumbersInClosing = false;
      closing.add(line);
    } else if (open.element().awaitsHeading()
        && LineForms.isHeading(words)
        && !line.goesOn()
        && !LineForms.breaksOff(words)) {
      open.element().heading(words, line.at());
    } else if (namesTextAlone(open.element()) && LineForms.isHeading(words) && !line.goesOn()) {
      open.element().heading(open.element().heading + " " + words, line.at());
    } else if (LineForms.isInCapitals(words) && goesOnFrom(open.element(), line)) {
      open.element().heading(open.element().heading + " " + words, line.at());
    } else if (LineForms.isInCapitals(words) && goesOnFromItem(open.element(), line)) {
      open.element().goOn(words);
    } else if (LineForms.isInCapitals(words)) {
      heading(words, line.at());
    } else if (isCrosshead(line)) {
      heading(words, line.at());
    } else {
      outer.of(line).add(bracketed(line));
    }
  }

  /// The place of a number, which may begin a list below paragraphs that stand outside of one.
  private @Nullable ProvisionPlace placeBelow(List<Numbered> readings) {
    if (outer.areOpen() && !readings.isEmpty() && series.next(readings) == null) {
      outer.enter();
    }
    return series.place(readings);
  }

  private ProvisionLine bracketed(ProvisionLine line) {
    boolean isFirst = isBracketed;
    isBracketed = false;
    return isFirst ? line.bracketed() : line;
  }

  /// Whether a line in capitals stands between "have agreed as follows:" and the first provision.
  private boolean isHeadOfFirst(ProvisionLine line) {
    return LineForms.isInCapitals(line.words())
        && !line.below().isEmpty()
        && !opening.paragraphs.isEmpty()
        && opening.paragraphs.getLast().endsWith(":");
  }

  /// Whether a line of the preamble is about a party: `(1) The Port Authority`, below "between:".
  private boolean isParty(ProvisionLine line, List<Numbered> readings) {
    if (readings.isEmpty()) {
      isAmongParties &=
          !EnactingWords.areBeforeReasons(line.words()) && !EnactingWords.areFormula(line.words());
      return isAmongParties;
    }
    isAmongParties |=
        readings.getFirst().number().isFirst()
            && !opening.paragraphs.isEmpty()
            && EnactingWords.areBeforeParties(opening.paragraphs.getLast());
    isAmongParties &=
        lastFormula > line.at()
            && readings.stream().allMatch(it -> it.number().unit() == Unit.ITEM);
    return isAmongParties;
  }

  private boolean isFirstReason(ProvisionPlace place, int line) {
    return (numbersOfText.hasArticles() || lastFormula > line)
        && root.parts.isEmpty()
        && place.numbered().number().unit() == Unit.ITEM
        && !opening.paragraphs.isEmpty()
        && EnactingWords.areBeforeReasons(opening.paragraphs.getLast());
  }

  /// Whether a line after numbered reasons adopts what stands below it.
  private boolean isFormula(ProvisionLine line) {
    return !series.isEnacted
        && !root.parts.isEmpty()
        && (series.recitals != null || OpenSeries.isReason(open.peekLast()))
        && ((isAboveUnit(line) && line.words().endsWith(":"))
            || (EnactingWords.areFormula(line.words()) && isAboveFirst(line)));
  }

  private static boolean isAboveUnit(ProvisionLine line) {
    return line.below().stream().anyMatch(it -> it.number().unit() != Unit.ITEM);
  }

  private static boolean isAboveFirst(ProvisionLine line) {
    return line.below().stream().anyMatch(it -> it.number().isFirst());
  }

  /// The formula is a heading of its own, with the body that speaks where that stands right above.
  private void enact(ProvisionLine line) {
    OpenProvision above = open.element();
    String words = line.words();
    if (above.unit() == Unit.HEADING && above != series.recitals && above.paragraphs.isEmpty()) {
      root.parts.remove(above);
      words = above.heading + " " + words;
    } else if (above.paragraphs.size() > 1
        && LineForms.isShortHeading(above.paragraphs.getLast())) {
      words = above.paragraphs.removeLast() + " " + words;
    }
    open.clear();
    series.restart();
    series.formula = heading(words, line.at());
    series.isEnacted = true;
  }

  /// Whether a short line stands after a sentence, above the next number of a series.
  private boolean isCrosshead(ProvisionLine line) {
    String words = line.words();
    List<String> above = open.element().paragraphs;
    ProvisionPlace next =
        line.isApart() && LineForms.isShortHeading(words) ? series.next(line.below()) : null;
    return next != null
        && (next.numbered().number().numeral() == Numeral.ARABIC
            || NumbersOfText.isArticle(next.numbered()))
        && (next.parent() == root
            || numbersOfText.units().isWider(next.parent().unit(), Unit.ARTICLE))
        && !above.isEmpty()
        && above.getLast().matches("(?s).*[.?!][\"”»)]?$");
  }

  /// After a formula of signature: an annex, or a provision that goes on with the numbers, so that
  /// it was none. Else a provision begins another text, under a line in capitals.
  private @Nullable ProvisionPlace afterClosing(List<Numbered> readings) {
    boolean isUnit = false;
    for (Numbered each : readings) {
      ProvisionNumber number = each.number();
      if (number.unit() == Unit.ANNEX) {
        return new ProvisionPlace(each, root, null);
      }
      isUnit |=
          number.unit() != Unit.ITEM
              && number.word() != null
              && !NumberWords.isLoose(number.word());
    }
    ProvisionPlace next = series.next(readings);
    if (!isUnit && (next == null || hasNumbersInClosing)) {
      hasNumbersInClosing |= !readings.isEmpty();
      return null;
    }
    ProvisionNumber number = readings.getFirst().number();
    if (next == null && number.isFirst() && series.hasBegun(number)) {
      beginText();
    } else {
      closing.forEach(open.element()::add);
      closing.clear();
    }
    isClosed = false;
    return series.place(readings);
  }

  /// Begins a text after the signatures of another.
  private void beginText() {
    int title = closing.size() - 1;
    while (title > 0 && !LineForms.isInCapitals(closing.get(title).words())) {
      title--;
    }
    List<ProvisionLine> begun =
        title > 0 ? List.copyOf(closing.subList(title, closing.size())) : List.of();
    closing.subList(closing.size() - begun.size(), closing.size()).clear();
    endClosing();
    open.clear();
    series.restart();
    if (!begun.isEmpty()) {
      heading(begun.getFirst().words(), begun.getFirst().at());
      begun.stream().skip(1).forEach(open.element()::add);
    }
  }

  private void endClosing() {
    if (!closing.isEmpty()) {
      OpenProvision node = new OpenProvision(null, closing.getFirst().at());
      closing.forEach(node::add);
      closings.add(node.read());
      closing.clear();
    }
    isClosed = false;
  }

  private void open(ProvisionPlace place, int line) {
    ProvisionNumber number = place.numbered().number();
    OpenProvision node = new OpenProvision(number, line);
    endClosing();
    node.indent = indent;
    outer.end();
    series.open(node, number, place.parent());
    if (place.doubt() != null) {
      doubts.add(new DoubtfulLine(line, place.doubt()));
    }
    String rest = place.numbered().rest();
    if (!rest.isEmpty()) {
      boolean hasParts = number.unit() == Unit.ITEM || number.unit() == Unit.ARTICLE;
      ProvisionPlace within = hasParts ? firstWithin(rest) : null;
      if (within == null && number.unit() != Unit.ITEM && LineForms.isHeading(rest)) {
        node.heading(rest, line);
      } else {
        if (within == null && rest.equals("[")) {
          isBracketed = true;
        } else if (within == null) {
          node.add(
              bracketed(
                  new ProvisionLine(rest, line, false, false, true, true, indent, List.of())));
        } else {
          open(within, line);
        }
      }
    }
  }

  /// The first number of a list that begins in the line of its provision: `(a) (i)`, `2. a.`,
  /// `Article 2. – 1°`.
  private @Nullable ProvisionPlace firstWithin(String rest) {
    for (Numbered each : NumberReader.read(rest)) {
      ProvisionNumber number = each.number();
      if (number.unit() == Unit.ITEM
          && number.isFirst()
          && (isMarkedItem(number) || isParagraphOf(number, open.element()))
          && numbersOfText.hasNext(number)) {
        return new ProvisionPlace(each, open.element(), null);
      }
    }
    return null;
  }

  private static boolean isMarkedItem(ProvisionNumber number) {
    return number.mark().matches(".*[)°º]\\h?") || number.numeral() == Numeral.LETTER;
  }

  /// "Article 1. 1. Each Party", "Art. 4. – I. – Les armes", "Article 5. 5.1 The Mission".
  private static boolean isParagraphOf(ProvisionNumber number, OpenProvision node) {
    ProvisionNumber article = node.number;
    return node.unit() == Unit.ARTICLE
        && article != null
        && switch (number.numeral()) {
          case ARABIC, UPPER_ROMAN -> number.mark().matches(".*[.–—-].*");
          case DECIMAL -> number.path().size() == 2 && number.path().getFirst() == article.last();
          default -> false;
        };
  }

  private OpenProvision heading(String words, int line) {
    OpenProvision parent = series.innermostWiderThan(Unit.HEADING);
    int place = 1 + (int) parent.parts.stream().filter(it -> it.unit() == Unit.HEADING).count();
    ProvisionNumber number =
        new ProvisionNumber(
            Unit.HEADING, Numeral.OTHER, "", List.of(place), 0, Integer.toString(place), null);
    open(
        new ProvisionPlace(
            new Numbered(number, ""), parent, new TextDoubt.HeadingWithoutNumber(words)),
        line);
    open.element().heading(words, line);
    return open.element();
  }

  /// Whether all that is known of an annex is the text that it is part of: "Annex 1 to the Treaty".
  private static boolean namesTextAlone(OpenProvision node) {
    return node.unit() == Unit.ANNEX
        && node.paragraphs.isEmpty()
        && node.parts.isEmpty()
        && node.headingLine == node.line
        && NumberReader.isPartOfText(node.heading);
  }

  /// Whether a heading in capitals right above was broken in two.
  private boolean goesOnFrom(OpenProvision node, ProvisionLine line) {
    return node != series.formula
        && node.headingLine == line.at() - 1
        && LineForms.isInCapitals(node.heading)
        && LineForms.goesOn(node.heading, line.words());
  }

  /// The same below a number that stands alone: `1 GOVERNING`, `OF ACEH`.
  private static boolean goesOnFromItem(OpenProvision node, ProvisionLine line) {
    return node.unit() == Unit.ITEM
        && node.line == line.at() - 1
        && node.paragraphs.size() == 1
        && LineForms.isInCapitals(node.paragraphs.getFirst())
        && LineForms.goesOn(node.paragraphs.getFirst(), line.words());
  }
}
