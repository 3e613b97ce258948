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

  /// The breadth of the mark of a package, with its rim.
  private static final int MARK = 15;

  /// The distance from which a line joins letter and mark.
  private static final int FAR = 20;

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
  /// @param label the middle of its letter; null if there is no room
  public record Sign(PackagePin pin, Spot least, Spot most, @Nullable Spot label) {

    /// Whether the letter stands so far from its spot that a line has to join them.
    public boolean isFar() {
      return label != null
          && Math.max(Math.abs(label.x() - most.x()), Math.abs(label.y() - most.y())) > FAR;
    }

    /// Where that line ends: at the rim of the letter.
    public Spot joint() {
      LabelPlacement.Area area = LabelPlacement.area(label == null ? most : label, pin.letter());
      return new Spot(
          Math.clamp(most.x(), area.left(), area.right()),
          Math.clamp(most.y(), area.top(), area.bottom()));
    }
  }

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
    List<Spot> most =
        pins.stream()
            .map(
                pin ->
                    spot(box, across, up, pin.most().get(pair.across()), pin.most().get(pair.up())))
            .toList();
    LabelPlacement labels =
        new LabelPlacement(
            new LabelPlacement.Area(box.left(), TOP - 20, box.right() + 18, BOTTOM),
            most.stream().map(each -> LabelPlacement.Area.around(each, MARK, MARK)).toList());
    List<Sign> signs = new ArrayList<>();
    for (int at = 0; at < pins.size(); at++) {
      PackagePin pin = pins.get(at);
      signs.add(
          new Sign(
              pin,
              spot(box, across, up, pin.least().get(pair.across()), pin.least().get(pair.up())),
              most.get(at),
              labels.place(most.get(at), pin.letter()).orElse(null)));
    }
    return signs;
  }
}
