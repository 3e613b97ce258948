package org.parley.web.packages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A panel of the picture of a frontier: the worths of two parties.
///
/// @param box where it lies
/// @param across the party of the horizontal axis
/// @param up the party of the vertical axis
/// @param acrossScale the ends of the horizontal axis
/// @param upScale the ends of the vertical axis
/// @param dots the outcomes
/// @param acrossBaseline where the baseline of the party across lies; null if it has none
/// @param upBaseline the same upwards
/// @param signs the packages
public record FrontierPanel(
    Box box,
    String across,
    String up,
    Scale acrossScale,
    Scale upScale,
    List<Spot> dots,
    @Nullable Integer acrossBaseline,
    @Nullable Integer upBaseline,
    List<Sign> signs) {

  private static final int TOP = 24;
  private static final int BOTTOM = 270;
  private static final int APART = 17;

  /// Where letters may stand beside their spot, the best first.
  private static final int[][] BESIDE = {
    {13, -7}, {-13, -7}, {13, 16}, {-13, 16}, {0, -13}, {0, 22}, {26, 4}, {-26, 4}, {26, -18}
  };

  /// The place of a panel among others.
  ///
  /// @param index from the left
  /// @param of how many there are
  public record Box(int index, int of) {

    private static final int WIDE = 640;
    private static final int NARROW = 345;

    private int room() {
      return of == 1 ? WIDE : NARROW;
    }

    public int left() {
      return index * room() + 56;
    }

    public int right() {
      return (index + 1) * room() - 18;
    }

    public int top() {
      return TOP;
    }

    public int bottom() {
      return BOTTOM;
    }

    /// The width of all panels.
    public int whole() {
      return of * room();
    }
  }

  /// The ends of an axis, in points.
  public record Scale(long least, long most) {

    int place(long value, int from, int to) {
      return most == least
          ? (from + to) / 2
          : from + Math.toIntExact((value - least) * (to - from) / (most - least));
    }
  }

  /// A spot.
  public record Spot(int x, int y) {}

  /// A package on the panel.
  ///
  /// @param least its spot, or the corner of the least worths
  /// @param most the corner of the most
  /// @param label where its letter stands
  public record Sign(PackagePin pin, Spot least, Spot most, Spot label) {}

  public FrontierPanel {
    dots = List.copyOf(dots);
    signs = List.copyOf(signs);
  }

  static FrontierPanel of(
      Box box,
      OpposedPairs.Pair pair,
      List<String> parties,
      List<List<Long>> worths,
      List<PackagePin> pins,
      List<@Nullable Long> baselines) {
    Scale across = scale(pair.across(), worths, pins, baselines);
    Scale up = scale(pair.up(), worths, pins, baselines);
    List<Spot> dots =
        worths.stream()
            .map(each -> spot(box, across, up, each.get(pair.across()), each.get(pair.up())))
            .distinct()
            .toList();
    @Nullable Long first = baselines.get(pair.across());
    @Nullable Long second = baselines.get(pair.up());
    return new FrontierPanel(
        box,
        parties.get(pair.across()),
        parties.get(pair.up()),
        across,
        up,
        dots,
        first == null ? null : across.place(first, box.left(), box.right()),
        second == null ? null : up.place(second, BOTTOM, TOP),
        signs(box, pair, across, up, pins));
  }

  private static Scale scale(
      int party, List<List<Long>> worths, List<PackagePin> pins, List<@Nullable Long> baselines) {
    List<Long> all = new ArrayList<>(worths.stream().map(each -> each.get(party)).toList());
    pins.forEach(each -> all.addAll(List.of(each.least().get(party), each.most().get(party))));
    @Nullable Long baseline = baselines.get(party);
    if (baseline != null) {
      all.add(baseline);
    }
    return new Scale(
        all.stream().min(Long::compare).orElse(0L), all.stream().max(Long::compare).orElse(0L));
  }

  private static Spot spot(Box box, Scale across, Scale up, long x, long y) {
    return new Spot(across.place(x, box.left(), box.right()), up.place(y, BOTTOM, TOP));
  }

  private static List<Sign> signs(
      Box box, OpposedPairs.Pair pair, Scale across, Scale up, List<PackagePin> pins) {
    List<Spot> taken = new ArrayList<>();
    List<Sign> signs = new ArrayList<>();
    for (PackagePin pin : pins) {
      Spot least =
          spot(box, across, up, pin.least().get(pair.across()), pin.least().get(pair.up()));
      Spot most = spot(box, across, up, pin.most().get(pair.across()), pin.most().get(pair.up()));
      Spot label = free(box, most, taken);
      taken.add(label);
      signs.add(new Sign(pin, least, most, label));
    }
    return signs;
  }

  /// The first place beside a spot that no letter has; the last one if all are taken.
  private static Spot free(Box box, Spot spot, List<Spot> taken) {
    Spot place = spot;
    for (int[] beside : BESIDE) {
      place =
          new Spot(
              Math.clamp(spot.x() + beside[0], box.left() + 6, box.right() + 8),
              Math.clamp(spot.y() + beside[1], TOP - 8, BOTTOM - 4));
      Spot tried = place;
      if (taken.stream().noneMatch(each -> isNear(each, tried))) {
        return place;
      }
    }
    return place;
  }

  private static boolean isNear(Spot one, Spot other) {
    return Math.abs(one.x() - other.x()) < APART && Math.abs(one.y() - other.y()) < APART;
  }
}
