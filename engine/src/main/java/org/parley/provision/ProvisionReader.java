package org.parley.provision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.provision.NumberReader.Numbered;
import org.parley.provision.ProvisionNumber.Numeral;

/// Reads a text into its provisions, line by line. The open provisions form a stack. A number goes
/// to the innermost series that it continues. Else it begins a series in the innermost provision,
/// or is no number at all.
public final class ProvisionReader {

  private static final int WIDEST_GAP = 3;

  private NumbersOfText numbersOfText = NumbersOfText.of(List.of(), List.of());
  private final Map<String, ProvisionNumber> lastOfSeries = new HashMap<>();

  /// The provisions that the last numbers are part of.
  private final Map<String, OpenProvision> parentOfSeries = new HashMap<>();

  /// Series in series at most; more would take the square of the length of a hostile text.
  private static final int DEEPEST = 40;

  private final Deque<OpenProvision> open = new ArrayDeque<>();
  private final OpenProvision root = new OpenProvision(null, 1);
  private final OuterParagraphs outer = new OuterParagraphs(open, root);
  private final OpenProvision opening = new OpenProvision(null, 1);
  private final List<ProvisionLine> closing = new ArrayList<>();
  private final List<TextProvision> closings = new ArrayList<>();
  private final List<DoubtfulLine> doubts = new ArrayList<>();

  /// The last numbers before the first annex.
  private final Map<String, ProvisionNumber> lastBeforeAnnexes = new HashMap<>();

  private @Nullable OpenProvision recitals;

  /// The formula after the recitals, in which nothing stands.
  private @Nullable OpenProvision formula;

  /// The last line that may be such a formula.
  private int lastFormula;

  /// Whether the numbers count parties.
  private boolean isAmongParties;

  /// Whether the reasons of the text are at an end.
  private boolean isEnacted;

  private boolean isClosed;

  /// Whether a bracket before the last number is still to open.
  private boolean isBracketed;

  /// Whether a line among the signatures has a number.
  private boolean hasNumbersInClosing;

  /// The spaces before the line.
  private int indent;

  /// Whether the line begins a sentence or an item, as the one above ended.
  private boolean isBegun;

  private ProvisionReader() {}

  /// Where a number belongs.
  ///
  /// @param parent the provision that it becomes a part of
  private record Place(Numbered numbered, OpenProvision parent, @Nullable TextDoubt doubt) {}

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
                            || (width == 0 && next(List.of(it)) != null)
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
        isBegun = isApart || LineForms.ends(above) || above.endsWith(",");
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
      doubts.add(new DoubtfulLine(first, new TextDoubt.ParagraphsCounted(root.parts.size())));
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
    Place place = isClosed ? afterClosing(readings) : placeBelow(readings);
    if (place != null && isFirstReason(place, line.at())) {
      recitals = heading(opening.paragraphs.removeLast(), line.at() - 1);
      place = place(readings);
    }
    if (place != null) {
      open(place, line.at());
    } else if (isClosed && LineForms.isProtocol(words)) {
      open.clear();
      lastOfSeries.clear();
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
  private @Nullable Place placeBelow(List<Numbered> readings) {
    if (outer.areOpen() && !readings.isEmpty() && next(readings) == null) {
      outer.enter();
    }
    return place(readings);
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

  private boolean isFirstReason(Place place, int line) {
    return (numbersOfText.hasArticles() || lastFormula > line)
        && root.parts.isEmpty()
        && place.numbered.number().unit() == Unit.ITEM
        && !opening.paragraphs.isEmpty()
        && EnactingWords.areBeforeReasons(opening.paragraphs.getLast());
  }

  /// Whether a line after numbered reasons adopts what stands below it.
  private boolean isFormula(ProvisionLine line) {
    return !isEnacted
        && !root.parts.isEmpty()
        && (recitals != null || isReason(open.peekLast()))
        && ((isAboveUnit(line) && line.words().endsWith(":"))
            || (EnactingWords.areFormula(line.words()) && isAboveFirst(line)));
  }

  private static boolean isAboveUnit(ProvisionLine line) {
    return line.below().stream().anyMatch(it -> it.number().unit() != Unit.ITEM);
  }

  private static boolean isAboveFirst(ProvisionLine line) {
    return line.below().stream().anyMatch(it -> it.number().isFirst());
  }

  private static boolean isReason(@Nullable OpenProvision node) {
    return node != null
        && node.unit() == Unit.ITEM
        && !node.paragraphs.isEmpty()
        && EnactingWords.areReason(node.paragraphs.getFirst());
  }

  /// The formula is a heading of its own, with the body that speaks where that stands right above.
  private void enact(ProvisionLine line) {
    OpenProvision above = open.element();
    String words = line.words();
    if (above.unit() == Unit.HEADING && above != recitals && above.paragraphs.isEmpty()) {
      root.parts.remove(above);
      words = above.heading + " " + words;
    } else if (above.paragraphs.size() > 1
        && LineForms.isShortHeading(above.paragraphs.getLast())) {
      words = above.paragraphs.removeLast() + " " + words;
    }
    open.clear();
    lastOfSeries.clear();
    formula = heading(words, line.at());
    isEnacted = true;
  }

  /// Whether a number begins what a text decides, after reasons that are counted in another way.
  private boolean endsReasons(ProvisionNumber number) {
    OpenProvision reason = open.peekLast();
    return !isEnacted
        && reason != null
        && reason.number != null
        && isReason(reason)
        && number.numeral() == Numeral.ARABIC
        && !number.isLike(reason.number)
        && !open.element().paragraphs.isEmpty()
        && !open.element().paragraphs.getLast().endsWith(":");
  }

  /// Whether a short line stands after a sentence, above the next number of a series.
  private boolean isCrosshead(ProvisionLine line) {
    String words = line.words();
    List<String> above = open.element().paragraphs;
    Place next = line.isApart() && LineForms.isShortHeading(words) ? next(line.below()) : null;
    return next != null
        && (next.numbered.number().numeral() == Numeral.ARABIC
            || NumbersOfText.isArticle(next.numbered))
        && (next.parent == root || numbersOfText.units().isWider(next.parent.unit(), Unit.ARTICLE))
        && !above.isEmpty()
        && above.getLast().matches("(?s).*[.?!][\"”»)]?$");
  }

  /// After a formula of signature: an annex, or a provision that goes on with the numbers, so that
  /// it was none. Else a provision begins another text, under a line in capitals.
  private @Nullable Place afterClosing(List<Numbered> readings) {
    boolean isUnit = false;
    for (Numbered each : readings) {
      ProvisionNumber number = each.number();
      if (number.unit() == Unit.ANNEX) {
        return new Place(each, root, null);
      }
      isUnit |=
          number.unit() != Unit.ITEM
              && number.word() != null
              && !NumberWords.isLoose(number.word());
    }
    Place next = next(readings);
    if (!isUnit && (next == null || hasNumbersInClosing)) {
      hasNumbersInClosing |= !readings.isEmpty();
      return null;
    }
    ProvisionNumber number = readings.getFirst().number();
    if (next == null
        && number.isFirst()
        && lastOfSeries.containsKey(NumbersOfText.series(number))) {
      beginText();
    } else {
      closing.forEach(open.element()::add);
      closing.clear();
    }
    isClosed = false;
    return place(readings);
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
    lastOfSeries.clear();
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

  private void open(Place place, int line) {
    ProvisionNumber number = place.numbered.number();
    OpenProvision node = new OpenProvision(number, line);
    isEnacted |= number.unit() != Unit.ITEM && number.unit() != Unit.HEADING;
    endClosing();
    boolean isInAnnex = open.stream().anyMatch(it -> it.unit() == Unit.ANNEX);
    while (!open.isEmpty() && open.element() != place.parent) {
      open.pop();
    }
    node.indent = indent;
    outer.end();
    place.parent.parts.add(node);
    open.push(node);
    if (number.unit() == Unit.ANNEX) {
      if (!isInAnnex) {
        lastBeforeAnnexes.putAll(lastOfSeries);
      }
      lastOfSeries.clear();
    }
    lastOfSeries.put(NumbersOfText.series(number), number);
    parentOfSeries.put(NumbersOfText.series(number), place.parent);
    if (place.doubt != null) {
      doubts.add(new DoubtfulLine(line, place.doubt));
    }
    String rest = place.numbered.rest();
    if (!rest.isEmpty()) {
      boolean hasParts = number.unit() == Unit.ITEM || number.unit() == Unit.ARTICLE;
      Place within = hasParts ? firstWithin(rest) : null;
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
  private @Nullable Place firstWithin(String rest) {
    for (Numbered each : NumberReader.read(rest)) {
      ProvisionNumber number = each.number();
      if (number.unit() == Unit.ITEM
          && number.isFirst()
          && (isMarkedItem(number) || isParagraphOf(number, open.element()))
          && numbersOfText.hasNext(number)) {
        return new Place(each, open.element(), null);
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
    OpenProvision parent = innermostWiderThan(Unit.HEADING);
    int place = 1 + (int) parent.parts.stream().filter(it -> it.unit() == Unit.HEADING).count();
    ProvisionNumber number =
        new ProvisionNumber(
            Unit.HEADING, Numeral.OTHER, "", List.of(place), 0, Integer.toString(place), null);
    open(
        new Place(new Numbered(number, ""), parent, new TextDoubt.HeadingWithoutNumber(words)),
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
    return node != formula
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

  private @Nullable Place place(List<Numbered> readings) {
    Place place = next(readings);
    for (Numbered each : readings) {
      if (place == null) {
        ProvisionNumber number = each.number();
        place =
            number.unit() != Unit.ITEM
                ? unit(each)
                : NumberReader.isOfArticle(number)
                    ? ofArticle(each)
                    : number.numeral() == Numeral.DECIMAL ? decimal(each) : item(each);
      }
    }
    return place;
  }

  /// The innermost series that one of the readings continues.
  private @Nullable Place next(List<Numbered> readings) {
    for (OpenProvision node : open) {
      for (Numbered each : readings) {
        if (node.number != null
            && each.number().isLike(node.number)
            && each.number().follows(node.number)) {
          return new Place(each, parent(node), null);
        }
      }
    }
    return null;
  }

  private OpenProvision parent(OpenProvision node) {
    boolean isFound = false;
    for (OpenProvision each : open) {
      if (isFound) {
        return each;
      }
      isFound = each == node;
    }
    return root;
  }

  /// A unit with its word stands wherever it is named; a break of its series is a doubt.
  private Place unit(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    if (number.unit() == Unit.ANNEX) {
      return new Place(numbered, root, null);
    }
    OpenProvision parent = innermostWiderThan(number.unit());
    ProvisionNumber last = lastOfSeries.get(NumbersOfText.series(number));
    ProvisionNumber before = lastBeforeAnnexes.get(NumbersOfText.series(number));
    if (last == null
        && before != null
        && number.follows(before)
        && parentOfSeries.get(NumbersOfText.series(number)) == root) {
      // a chapter after the annexes of the one before
      lastOfSeries.putAll(lastBeforeAnnexes);
      return new Place(numbered, root, null);
    }
    TextDoubt doubt = null;
    if (last != null && !number.follows(last) && !number.isFirst()) {
      doubt =
          number.gapAfter(last) > 1
              ? new TextDoubt.NumberSkipped(last.label(), number.label())
              : new TextDoubt.NumberRepeated(number.label());
    }
    return new Place(numbered, parent, doubt);
  }

  private OpenProvision innermostWiderThan(Unit unit) {
    for (OpenProvision each : open) {
      if (numbersOfText.units().isWider(each.unit(), unit)
          && each != formula
          && !(each == recitals && unit == Unit.ARTICLE)) {
        return each;
      }
    }
    return root;
  }

  /// `5.1` stands in 5, and `5.1.2` in 5.1; without a 5 of its own, after `4.3`.
  private @Nullable Place decimal(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    List<Integer> above = number.path().subList(0, number.path().size() - 1);
    ProvisionNumber last = lastOfSeries.get(NumbersOfText.series(number));
    boolean isRoman = Character.isLetter(number.label().charAt(0));
    if (isRoman && last != null && number.isLike(last) && number.follows(last)) {
      // numbered through the sections of an annex
      return new Place(numbered, chapter(number), null);
    }
    for (OpenProvision each : open) {
      if (each.number != null && each.number.path().equals(above)) {
        TextDoubt doubt =
            number.last() == 1
                ? null
                : new TextDoubt.NumberSkipped(
                    last == null ? each.number.label() : last.label(), number.label());
        return number.last() <= WIDEST_GAP || last != null
            ? new Place(numbered, each, doubt)
            : null;
      }
    }
    if (number.last() != 1 || (last == null && number.path().getFirst() != 1)) {
      return null;
    }
    for (OpenProvision each : open) {
      if (each.number != null && each.number.path().size() < number.path().size()) {
        return new Place(numbered, each, null);
      }
    }
    return new Place(numbered, root, null);
  }

  /// `Parágrafo 1` stands in its article, or in its numbered point, whatever list is open.
  private @Nullable Place ofArticle(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    ProvisionNumber last = lastOfSeries.get(NumbersOfText.series(number));
    OpenProvision parent = innermostWiderThan(Unit.ITEM);
    if (parent.unit() != Unit.ARTICLE) {
      parent = open.stream().filter(it -> !isListed(it)).findFirst().orElse(root);
    }
    boolean follows =
        last == null
            ? number.last()
                == 1 + parent.parts.stream().filter(ProvisionReader::isOfArticle).count()
            : number.follows(last);
    if (!number.isFirst() && !follows) {
      return null;
    }
    return new Place(numbered, parent, null);
  }

  private static boolean isOfArticle(OpenProvision node) {
    return node.number != null && NumberReader.isOfArticle(node.number);
  }

  /// Whether it is an item of a list, or a paragraph by that word.
  private static boolean isListed(OpenProvision node) {
    return node.number == null
        || NumberReader.isOfArticle(node.number)
        || switch (node.number.numeral()) {
          case LETTER, UPPER_LETTER, ROMAN -> node.unit() == Unit.ITEM;
          case ARABIC, DECIMAL, UPPER_ROMAN, OTHER -> false;
        };
  }

  /// Where an item nests that follows no other; beyond a depth, beside the innermost.
  private OpenProvision innermost() {
    OpenProvision inner = open.element();
    return open.size() < DEEPEST ? inner : parent(inner);
  }

  private @Nullable Place item(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    if (number.isFirst() && beginsSeries(number) && endsReasons(number)) {
      return new Place(numbered, root, null);
    }
    if (number.isFirst() && beginsSeries(number)) {
      for (OpenProvision each : open) {
        if (each.number != null && each.number.isLike(number)) {
          return new Place(
              numbered, innermost(), new TextDoubt.SeriesRestarted(each.number.label()));
        }
      }
      OpenProvision inner = open.isEmpty() ? root : innermost();
      return new Place(numbered, inner == formula ? root : inner, null);
    }
    ProvisionNumber last = lastOfSeries.get(NumbersOfText.series(number));
    if (last != null && number.follows(last)) {
      return new Place(numbered, chapter(number), null);
    }
    if (!mayLeaveOut(numbered)) {
      return null;
    }
    for (OpenProvision each : open) {
      if (each.number != null && each.number.isLike(number)) {
        int gap = number.gapAfter(each.number);
        boolean isGap =
            gap >= 0 && (gap <= WIDEST_GAP || numbersOfText.areLeftOut(each.number, number));
        return isGap
            ? new Place(
                numbered,
                parent(each),
                gap == 0
                    ? new TextDoubt.NumberRepeated(number.label())
                    : new TextDoubt.NumberSkipped(each.number.label(), number.label()))
            : null;
      }
    }
    if (last != null && isHeadingAlone(open.element()) && number.gapAfter(last) > 0) {
      return new Place(
          numbered, open.element(), new TextDoubt.NumberSkipped(last.label(), number.label()));
    }
    // an excerpt that begins in the middle, or "2." before "2.1"
    return last == null && (numbersOfText.hasNext(number) || numbersOfText.hasPartsOf(number))
        ? new Place(numbered, innermostWiderThan(Unit.ITEM), null)
        : null;
  }

  /// Whether a number counts that does not follow the one before.
  private boolean mayLeaveOut(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    return switch (number.numeral()) {
      case ARABIC -> LineForms.beginsSentence(numbered.rest());
      case UPPER_ROMAN ->
          isBegun
              && LineForms.isHeading(numbered.rest())
              && LineForms.beginsSentence(numbered.rest());
      case LETTER, UPPER_LETTER, ROMAN -> isBegun && number.mark().endsWith(")");
      case DECIMAL, OTHER -> false;
    };
  }

  private static boolean isHeadingAlone(OpenProvision node) {
    return node.unit() == Unit.HEADING && node.paragraphs.isEmpty() && node.parts.isEmpty();
  }

  /// The chapter of a paragraph, where paragraphs are numbered through the chapters of a text: "B.
  /// Reactor", if the one before stands in "A. General".
  private OpenProvision chapter(ProvisionNumber number) {
    ProvisionNumber before = parentOfSeries.getOrDefault(NumbersOfText.series(number), root).number;
    OpenProvision inner = open.element();
    return before != null
            && inner.number != null
            && inner.number.isLike(before)
            && inner.number.follows(before)
        ? inner
        : innermostWiderThan(Unit.ITEM);
  }

  /// A letter with a full stop may be the initial of a name, unless a second one follows.
  private boolean beginsSeries(ProvisionNumber number) {
    return number.numeral() == Numeral.ARABIC
        || number.mark().contains(")")
        || numbersOfText.hasNext(number);
  }
}
