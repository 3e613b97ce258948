package org.parley.web.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.answer.outlook.ShippedRates;
import org.parley.answer.outlook.WaysAnswer;
import org.parley.answer.outlook.WaysAnswer.HeldAnswer;
import org.parley.answer.outlook.WaysAnswer.WayAnswer;
import org.parley.answer.outlook.WaysAnswer.WayChanceAnswer;
import org.parley.outlook.Definition;
import org.parley.web.view.Say;
import org.parley.wording.OutlookWording;

/// The ways as a tree: today, the four ways, and what became of others once they had signed so.
///
/// @param branches the ways, from above
/// @param height the height of the picture
public record WaysTreeChart(List<Branch> branches, int height) {

  public static final int WIDTH = 760;
  public static final int ROOT = 116;
  public static final int LEFT = 196;
  public static final int MIDDLE = 446;
  public static final int LEAF = 536;
  public static final int BOX = 58;

  private static final int ROW = 78;
  private static final int MARGIN = 12;

  /// A way.
  ///
  /// @param style its class in style sheets
  /// @param y the middle of its box
  /// @param title its name
  /// @param chance what the team says, or that nobody has
  /// @param leaf the share of others that stood; empty if no others are counted
  public record Branch(String style, int y, String title, String chance, String leaf) {}

  static WaysTreeChart of(WaysAnswer answer) {
    List<Branch> branches = new ArrayList<>();
    for (WayAnswer way : answer.ways()) {
      branches.add(
          new Branch(
              ShippedRates.word(way.way()),
              MARGIN + ROW * branches.size() + BOX / 2,
              way.title(),
              chance(way),
              leaf(way)));
    }
    return new WaysTreeChart(branches, 2 * MARGIN + ROW * branches.size() - (ROW - BOX));
  }

  /// The median of the first date that has one.
  private static String chance(WayAnswer way) {
    for (WayChanceAnswer each : way.chances()) {
      String percent = each.percent();
      if (percent != null) {
        return Say.text(
            "ways.said-by",
            "median",
            percent,
            "until",
            each.until(),
            "illustrative",
            each.illustrations() > 0);
      }
    }
    return way.nobody() == null && way.chances().isEmpty() ? "" : Say.text("ways.nobody-said");
  }

  private static String leaf(WayAnswer way) {
    Optional<HeldAnswer> coded =
        way.rates().stream()
            .filter(each -> each.definition() == Definition.ENDED_AS_CODED)
            .findFirst();
    Integer standing = coded.map(HeldAnswer::standing).orElse(null);
    return standing == null
        ? ""
        : Say.text("ways.stands", "share", OutlookWording.current().percent(standing));
  }

  /// The middle of the picture, where the root is.
  public int middle() {
    return height / 2;
  }
}
