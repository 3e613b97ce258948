package org.parley.web.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.web.view.Say;
import org.parley.wording.PackageWording;

/// The efficient frontier as a picture: worths of two parties against each other, with the packages
/// that matter on it.
///
/// Two parties have one panel. More have the [#MOST_PANELS] pairs whose interests are most opposed.
///
/// @param panels the panels, from the left
/// @param pins the packages, and no deal, in the order of their letters
/// @param parties the short names of the parties
public record FrontierPicture(
    List<FrontierPanel> panels, List<PackagePin> pins, List<String> parties) {

  /// The most panels.
  public static final int MOST_PANELS = 3;

  /// The most dots of a panel: more cannot be told apart.
  private static final int MOST_DOTS = 400;

  private static final int HEIGHT = 330;

  public FrontierPicture {
    panels = List.copyOf(panels);
    pins = List.copyOf(pins);
    parties = List.copyOf(parties);
  }

  /// The picture of a page; without panels while the frontier is not known.
  static FrontierPicture of(PackagesPage page) {
    FrontierChart chart = page.frontier();
    PackageProblem packages = page.shown();
    List<String> parties = packages.seats().stream().map(PackageProblem.Seat::label).toList();
    if (chart.outcomes().isEmpty() || parties.size() < 2) {
      return new FrontierPicture(List.of(), List.of(), parties);
    }
    List<List<Long>> worths = worths(chart, parties.size());
    List<PackagePin> pins = pins(page, packages);
    List<OpposedPairs.Pair> pairs = OpposedPairs.most(worths, parties.size(), MOST_PANELS);
    List<@Nullable Long> baselines = baselines(packages);
    List<FrontierPanel> panels = new ArrayList<>();
    for (OpposedPairs.Pair pair : pairs) {
      panels.add(
          FrontierPanel.of(
              new FrontierPanel.Box(panels.size(), pairs.size()),
              pair,
              parties,
              worths,
              pins,
              baselines));
    }
    return new FrontierPicture(panels, pins, parties);
  }

  private static List<List<Long>> worths(FrontierChart chart, int parties) {
    List<FrontierChart.Outcome> all = chart.outcomes();
    int step = Math.max(1, Math.ceilDiv(all.size(), MOST_DOTS));
    return IntStream.iterate(0, at -> at < all.size(), at -> at + step)
        .mapToObj(at -> all.get(at).values().subList(0, parties))
        .distinct()
        .toList();
  }

  private static List<@Nullable Long> baselines(PackageProblem packages) {
    List<@Nullable Long> all = new ArrayList<>();
    packages.problem().parties().forEach(each -> all.add(each.baseline()));
    return all;
  }

  /// No deal first, then the package being built, then those set side by side.
  private static List<PackagePin> pins(PackagesPage page, PackageProblem packages) {
    List<PackagePin> pins = new ArrayList<>();
    List<@Nullable Long> baselines = baselines(packages);
    if (baselines.stream().allMatch(Objects::nonNull)) {
      List<Long> none = baselines.stream().map(Objects::requireNonNull).toList();
      add(pins, PackagePin.Kind.NO_DEAL, Say.text("packages.picture.no-deal"), none, none);
    }
    PackageDraft draft = page.builder().draft();
    if (!draft.standings().isEmpty() && !page.asked().isWhole()) {
      add(
          pins,
          PackagePin.Kind.BUILT,
          Say.text("packages.picture.draft"),
          draft.standings().stream().map(PackageDraft.PartyEvaluation::least).toList(),
          draft.standings().stream().map(PackageDraft.PartyEvaluation::most).toList());
    }
    PackageWording words = page.words();
    for (Comparison.Column each : page.sideBySide().columns()) {
      add(pins, kind(each), each.title(words), each.worths(), each.worths());
    }
    return pins;
  }

  private static PackagePin.Kind kind(Comparison.Column column) {
    return column.why().stream().anyMatch(Comparison.Provenance.ByHand.class::isInstance)
        ? PackagePin.Kind.BUILT
        : PackagePin.Kind.PICKED;
  }

  private static void add(
      List<PackagePin> pins,
      PackagePin.Kind kind,
      String title,
      List<Long> least,
      List<Long> most) {
    pins.add(new PackagePin(letter(pins.size()), kind, title, least, most));
  }

  /// A to Z, then AA to AZ.
  private static String letter(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : letter(index / 26 - 1) + last;
  }

  /// Whether there is a picture.
  public boolean isDrawn() {
    return !panels.isEmpty();
  }

  public int width() {
    return panels.getFirst().box().whole();
  }

  public int height() {
    return HEIGHT;
  }

  /// Whether pairs of parties are left out.
  public boolean isOfSomePairs() {
    return panels.size() < parties.size() * (parties.size() - 1) / 2;
  }
}
