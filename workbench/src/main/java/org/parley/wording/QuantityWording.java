package org.parley.wording;

import com.ibm.icu.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.CommonRange;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageProblem.Matter;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.cases.ValueBands;
import org.parley.bargain.clash.PartyDemand;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Worth;
import org.parley.model.position.WorthCurve;
import org.parley.model.text.Amount;
import org.parley.model.text.Quantity;

/// Values and ranges of quantities in one language: "at most 600,000 troops".
public final class QuantityWording {

  private static final int DECIMALS = Amount.MOST_DIGITS;

  private final Messages messages;

  public QuantityWording(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static QuantityWording current() {
    return new QuantityWording(Messages.current());
  }

  /// A problem with the bands of its quantities named in the current language.
  public static PreparedProblem named(PreparedProblem prepared) {
    return prepared instanceof PreparedProblem.Ready(PackageProblem packages)
        ? new PreparedProblem.Ready(named(packages))
        : prepared;
  }

  /// The same of a problem that is ready.
  public static PackageProblem named(PackageProblem packages) {
    if (packages.matters().stream().allMatch(matter -> matter.bands() == null)) {
      return packages;
    }
    QuantityWording words = current();
    return packages.withMatters(
        packages.matters().stream()
            .map(
                matter -> {
                  ValueBands bands = matter.bands();
                  return bands == null ? matter : matter.withTitles(words.titles(bands));
                })
            .toList());
  }

  private List<String> titles(ValueBands bands) {
    List<String> titles = new ArrayList<>();
    for (int band = 0; band < bands.size(); band++) {
      titles.add(values(bands.quantity(), bands.least(band), bands.most(band)));
    }
    return titles;
  }

  /// A number as the language writes it: "600,000".
  public String number(Amount amount) {
    NumberFormat format = NumberFormat.getInstance(messages.language().locale());
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(amount.value());
  }

  private enum Side {
    LEAST,
    MOST,
    EXACTLY,
    BOTH
  }

  /// "at most 800,000 EUR in all".
  private String sum(PackageProblem.SumBounds bounds) {
    Amount least = bounds.least();
    Amount most = bounds.most();
    boolean isExact = least != null && least.equals(most);
    return messages.text(
        "quantity.sum",
        "bound",
        isExact ? Side.EXACTLY : least == null ? Side.MOST : most == null ? Side.LEAST : Side.BOTH,
        "least",
        least == null ? "" : number(least),
        "most",
        most == null ? "" : number(most),
        "unit",
        bounds.unit() == null ? "" : " " + bounds.unit());
  }

  /// A linkage in its own words, with the bounds of a budget.
  public static String linkage(PackageProblem.NamedLinkage linkage) {
    PackageProblem.SumBounds budget = linkage.budget();
    return budget == null
        ? linkage.text()
        : Messages.current()
            .text("quantity.budget", "text", linkage.text(), "sum", current().sum(budget));
  }

  /// "600,000 troops".
  public String amount(Quantity quantity, Amount amount) {
    return messages.text(
        "quantity.amount", "number", number(amount), "unit", quantity.unit().text());
  }

  /// "600,000 to 640,000 troops"; one value as it is.
  public String values(Quantity quantity, Amount least, Amount most) {
    return least.equals(most)
        ? amount(quantity, least)
        : messages.text(
            "quantity.values",
            "least",
            number(least),
            "most",
            number(most),
            "unit",
            quantity.unit().text());
  }

  /// The values of neighbouring bands.
  public String values(ValueBands bands, ValueBands.BandRange run) {
    return values(bands.quantity(), bands.least(run.first()), bands.most(run.last()));
  }

  /// The quantity itself: "from 400,000 to 900,000 troops, in steps of 10,000".
  public String quantity(Quantity quantity) {
    return messages.text(
        "quantity.range",
        "least",
        number(quantity.least()),
        "most",
        number(quantity.most()),
        "unit",
        quantity.unit().text(),
        "step",
        number(quantity.step()));
  }

  /// The values a party accepts: "at least 600,000 troops", "any number".
  public String accepted(Quantity quantity, AcceptedRange range) {
    return accepted(quantity, range.atLeast(), range.atMost());
  }

  private String accepted(Quantity quantity, @Nullable Amount least, @Nullable Amount most) {
    if (least == null) {
      return most == null
          ? messages.text("quantity.any")
          : messages.text("quantity.at-most", "value", amount(quantity, most));
    }
    return most == null
        ? messages.text("quantity.at-least", "value", amount(quantity, least))
        : least.equals(most)
            ? messages.text("quantity.exactly", "value", amount(quantity, least))
            : messages.text(
                "quantity.between", "least", number(least), "most", amount(quantity, most));
  }

  /// How the worth of the values changes: "the more, the better"; empty if they are all alike.
  public String preference(Quantity quantity, AcceptedRange range) {
    return switch (range.worth()) {
      case null -> "";
      case WorthCurve.Rises _ -> messages.text("quantity.rises");
      case WorthCurve.Falls _ -> messages.text("quantity.falls");
      case WorthCurve.Peaks(Amount at) ->
          messages.text("quantity.peaks", "value", amount(quantity, at));
      case WorthCurve.Through(Map<Amount, Worth> points) ->
          messages.text(
              "quantity.through",
              "points",
              points.entrySet().stream()
                  .map(
                      each ->
                          messages.text(
                              "quantity.worth-at",
                              "value",
                              number(each.getKey()),
                              "worth",
                              each.getValue().said()))
                  .toList());
    };
  }

  /// The values a party accepts and likes best: "at most 600,000 troops; the less, the better".
  public String view(Quantity quantity, AcceptedRange range) {
    String preference = preference(quantity, range);
    return preference.isEmpty()
        ? accepted(quantity, range)
        : messages.text(
            "quantity.view", "accepted", accepted(quantity, range), "preference", preference);
  }

  /// The end that a limit sets: "at most 600,000 troops".
  String limit(Matter matter, PartyDemand.Limit limit) {
    ValueBands bands = bands(matter);
    return limit.isLeast()
        ? accepted(bands.quantity(), end(bands, limit), null)
        : accepted(bands.quantity(), null, end(bands, limit));
  }

  /// The values accepted once a limit is given up: "more than 600,000 troops".
  public String beyond(Matter matter, PartyDemand.Limit limit) {
    ValueBands bands = bands(matter);
    return messages.text(
        limit.isLeast() ? "quantity.less-than" : "quantity.more-than",
        "value",
        amount(bands.quantity(), end(bands, limit)));
  }

  /// The last value that is accepted on the side of a limit.
  public static Amount end(ValueBands bands, PartyDemand.Limit limit) {
    List<Integer> refused = List.copyOf(limit.values().options());
    return limit.isLeast()
        ? bands.least(Math.min(refused.getLast() + 1, bands.size() - 1))
        : bands.most(Math.max(refused.getFirst() - 1, 0));
  }

  private static ValueBands bands(Matter matter) {
    ValueBands bands = matter.bands();
    if (bands == null) {
      throw new IllegalArgumentException(matter.point() + " is no quantity");
    }
    return bands;
  }

  /// The values that all accept, or the gap between those that draw lines.
  public String common(CommonRange range, List<String> labels) {
    Quantity quantity = range.quantity();
    return range.isGap()
        ? messages.text(
            "quantity.gap",
            "more",
            range.askingMore().stream().map(labels::get).toList(),
            "count",
            range.askingMore().size(),
            "least",
            accepted(quantity, range.least(), null),
            "less",
            range.askingLess().stream().map(labels::get).toList(),
            "others",
            range.askingLess().size(),
            "most",
            accepted(quantity, null, range.most()))
        : range.askingMore().isEmpty() && range.askingLess().isEmpty()
            ? messages.text("quantity.no-line")
            : messages.text(
                "quantity.common", "values", values(quantity, range.least(), range.most()));
  }
}
