package org.parley.provision;

import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.provision.NumberReader.Numbered;
import org.parley.provision.ProvisionNumber.Numeral;

/// Where a number belongs: to the innermost series that it continues. Else it begins a series in
/// the innermost provision, or is no number at all.
final class OpenSeries {

  private static final int WIDEST_GAP = 3;

  /// Series in series at most; more would take the square of the length of a hostile text.
  private static final int DEEPEST = 40;

  private final Deque<OpenProvision> open;
  private final OpenProvision root;
  private final NumbersOfText numbers;
  private final Map<String, ProvisionNumber> lastOfSeries = new HashMap<>();

  /// The provisions that the last numbers are part of.
  private final Map<String, OpenProvision> parentOfSeries = new HashMap<>();

  /// The last numbers before the first annex.
  private final Map<String, ProvisionNumber> lastBeforeAnnexes = new HashMap<>();

  @Nullable OpenProvision recitals;

  /// The formula after the recitals, in which nothing stands.
  @Nullable OpenProvision formula;

  /// Whether the reasons of the text are at an end.
  boolean isEnacted;

  /// Whether the line begins a sentence or an item, as the one above ended.
  boolean isBegun;

  /// @param open the open provisions, the innermost first
  OpenSeries(Deque<OpenProvision> open, OpenProvision root, NumbersOfText numbers) {
    this.open = open;
    this.root = root;
    this.numbers = numbers;
  }

  /// Where a number belongs.
  ///
  /// @param parent the provision that it becomes a part of
  record ProvisionPlace(Numbered numbered, OpenProvision parent, @Nullable TextDoubt doubt) {}

  /// Numbers begin anew, as in another text.
  void restart() {
    lastOfSeries.clear();
  }

  /// Whether the text has begun the series of a number.
  boolean hasBegun(ProvisionNumber number) {
    return lastOfSeries.containsKey(NumbersOfText.series(number));
  }

  /// Opens a provision in another, and closes those that it is no part of.
  void open(OpenProvision node, ProvisionNumber number, OpenProvision parent) {
    isEnacted |= number.unit() != Unit.ITEM && number.unit() != Unit.HEADING;
    boolean isInAnnex = open.stream().anyMatch(it -> it.unit() == Unit.ANNEX);
    while (!open.isEmpty() && open.element() != parent) {
      open.pop();
    }
    parent.parts.add(node);
    open.push(node);
    if (number.unit() == Unit.ANNEX) {
      if (!isInAnnex) {
        lastBeforeAnnexes.putAll(lastOfSeries);
      }
      lastOfSeries.clear();
    }
    lastOfSeries.put(NumbersOfText.series(number), number);
    parentOfSeries.put(NumbersOfText.series(number), parent);
  }

  /// Where the number of a line belongs; null if it is none.
  @Nullable ProvisionPlace place(List<Numbered> readings) {
    ProvisionPlace place = next(readings);
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
  @Nullable ProvisionPlace next(List<Numbered> readings) {
    for (OpenProvision node : open) {
      for (Numbered each : readings) {
        if (node.number != null
            && each.number().isLike(node.number)
            && each.number().follows(node.number)) {
          return new ProvisionPlace(each, parent(node), null);
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
  private ProvisionPlace unit(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    if (number.unit() == Unit.ANNEX) {
      return new ProvisionPlace(numbered, root, null);
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
      return new ProvisionPlace(numbered, root, null);
    }
    TextDoubt doubt = null;
    if (last != null && !number.follows(last) && !number.isFirst()) {
      doubt =
          number.gapAfter(last) > 1
              ? new TextDoubt.NumberSkipped(last.label(), number.label())
              : new TextDoubt.NumberRepeated(number.label());
    }
    return new ProvisionPlace(numbered, parent, doubt);
  }

  /// The innermost open provision that a unit may be part of.
  OpenProvision innermostWiderThan(Unit unit) {
    for (OpenProvision each : open) {
      if (numbers.units().isWider(each.unit(), unit)
          && each != formula
          && !(each == recitals && unit == Unit.ARTICLE)) {
        return each;
      }
    }
    return root;
  }

  /// `5.1` stands in 5, and `5.1.2` in 5.1; without a 5 of its own, after `4.3`.
  private @Nullable ProvisionPlace decimal(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    List<Integer> above = number.path().subList(0, number.path().size() - 1);
    ProvisionNumber last = lastOfSeries.get(NumbersOfText.series(number));
    boolean isRoman = Character.isLetter(number.label().charAt(0));
    if (isRoman && last != null && number.isLike(last) && number.follows(last)) {
      // numbered through the sections of an annex
      return new ProvisionPlace(numbered, chapter(number), null);
    }
    for (OpenProvision each : open) {
      if (each.number != null && each.number.path().equals(above)) {
        TextDoubt doubt =
            number.last() == 1
                ? null
                : new TextDoubt.NumberSkipped(
                    last == null ? each.number.label() : last.label(), number.label());
        return number.last() <= WIDEST_GAP || last != null
            ? new ProvisionPlace(numbered, each, doubt)
            : null;
      }
    }
    if (number.last() != 1 || (last == null && number.path().getFirst() != 1)) {
      return null;
    }
    for (OpenProvision each : open) {
      if (each.number != null && each.number.path().size() < number.path().size()) {
        return new ProvisionPlace(numbered, each, null);
      }
    }
    return new ProvisionPlace(numbered, root, null);
  }

  /// `Parágrafo 1` stands in its article, or in its numbered point, whatever list is open.
  private @Nullable ProvisionPlace ofArticle(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    ProvisionNumber last = lastOfSeries.get(NumbersOfText.series(number));
    OpenProvision parent = innermostWiderThan(Unit.ITEM);
    if (parent.unit() != Unit.ARTICLE) {
      parent = open.stream().filter(it -> !isListed(it)).findFirst().orElse(root);
    }
    boolean follows =
        last == null
            ? number.last() == 1 + parent.parts.stream().filter(OpenSeries::isOfArticle).count()
            : number.follows(last);
    if (!number.isFirst() && !follows) {
      return null;
    }
    return new ProvisionPlace(numbered, parent, null);
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

  private @Nullable ProvisionPlace item(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    if (number.isFirst() && beginsSeries(number) && endsReasons(number)) {
      return new ProvisionPlace(numbered, root, null);
    }
    if (number.isFirst() && beginsSeries(number)) {
      for (OpenProvision each : open) {
        if (each.number != null && each.number.isLike(number)) {
          return new ProvisionPlace(
              numbered, innermost(), new TextDoubt.SeriesRestarted(each.number.label()));
        }
      }
      OpenProvision inner = open.isEmpty() ? root : innermost();
      return new ProvisionPlace(numbered, inner == formula ? root : inner, null);
    }
    ProvisionNumber last = lastOfSeries.get(NumbersOfText.series(number));
    if (last != null && number.follows(last)) {
      return new ProvisionPlace(numbered, chapter(number), null);
    }
    if (!mayLeaveOut(numbered)) {
      return null;
    }
    for (OpenProvision each : open) {
      if (each.number != null && each.number.isLike(number)) {
        int gap = number.gapAfter(each.number);
        boolean isGap = gap >= 0 && (gap <= WIDEST_GAP || numbers.areLeftOut(each.number, number));
        return isGap
            ? new ProvisionPlace(
                numbered,
                parent(each),
                gap == 0
                    ? new TextDoubt.NumberRepeated(number.label())
                    : new TextDoubt.NumberSkipped(each.number.label(), number.label()))
            : null;
      }
    }
    if (last != null && isHeadingAlone(open.element()) && number.gapAfter(last) > 0) {
      return new ProvisionPlace(
          numbered, open.element(), new TextDoubt.NumberSkipped(last.label(), number.label()));
    }
    // an excerpt that begins in the middle, or "2." before "2.1"
    return last == null && (numbers.hasNext(number) || numbers.hasPartsOf(number))
        ? new ProvisionPlace(numbered, innermostWiderThan(Unit.ITEM), null)
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
        || numbers.hasNext(number);
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

  static boolean isReason(@Nullable OpenProvision node) {
    return node != null
        && node.unit() == Unit.ITEM
        && !node.paragraphs.isEmpty()
        && EnactingWords.areReason(node.paragraphs.getFirst());
  }
}
