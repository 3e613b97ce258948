package org.parley.web.board;

import java.util.Locale;

/// The drawing of an arc with its arrow head. Arcs to and fro lie beside each other.
///
/// @param path the line
/// @param head the arrow head
/// @param width the width of the line, by frequency
/// @param labelX where the number stands
/// @param labelY its base line
public record SpeechArc(String path, String head, int width, int labelX, int labelY) {

  private static final double BEND = 34;
  private static final double FROM_NODE = 12;
  private static final double HEAD = 9;
  private static final int WIDEST = 5;

  private record At(double x, double y) {

    At towards(At other, double length) {
      double away = Math.hypot(other.x - x, other.y - y);
      return away == 0
          ? this
          : new At(x + (other.x - x) * length / away, y + (other.y - y) * length / away);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
  }

  static SpeechArc between(
      SpeechNetwork.PartyNode from,
      SpeechNetwork.PartyNode to,
      boolean isDenial,
      int count,
      int most) {
    At start = new At(from.x(), from.y());
    At end = new At(to.x(), to.y());
    At bend = bend(start, end, isDenial ? 2 * BEND : BEND);
    At first = start.towards(bend, FROM_NODE);
    At last = end.towards(bend, FROM_NODE);
    At neck = last.towards(bend, HEAD);
    At middle = new At((start.x + 2 * bend.x + end.x) / 4, (start.y + 2 * bend.y + end.y) / 4);
    return new SpeechArc(
        "M" + first + "Q" + bend + " " + neck,
        head(last, neck),
        1 + (WIDEST - 1) * count / Math.max(1, most),
        (int) Math.round(middle.x),
        (int) Math.round(middle.y) + 4);
  }

  /// The corner that a curve bends to: to the right of its way.
  private static At bend(At start, At end, double by) {
    double length = Math.max(1, Math.hypot(end.x - start.x, end.y - start.y));
    return new At(
        (start.x + end.x) / 2 - (end.y - start.y) / length * by,
        (start.y + end.y) / 2 + (end.x - start.x) / length * by);
  }

  private static String head(At tip, At neck) {
    double x = (tip.x - neck.x) / 2;
    double y = (tip.y - neck.y) / 2;
    return "M"
        + tip
        + "L"
        + new At(neck.x - y, neck.y + x)
        + "L"
        + new At(neck.x + y, neck.y - x)
        + "Z";
  }
}
