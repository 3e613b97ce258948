package org.parley.web.packages;

import java.util.List;
import org.parley.web.view.Say;

/// A package on the picture of the frontier.
///
/// @param letter its letter there
/// @param title what it is, in words
/// @param least by party, its worth, or the least that open points leave
/// @param most the same, or the most
public record PackagePin(
    String letter, Kind kind, String title, List<Long> least, List<Long> most) {

  /// The kind of package.
  public enum Kind {
    /// The worths without a deal.
    NO_DEAL,
    /// Put together or kept by hand.
    BUILT,
    /// Picked by a rule of fair division, or opened by a concession.
    PICKED
  }

  public PackagePin {
    least = List.copyOf(least);
    most = List.copyOf(most);
  }

  /// Whether points are open.
  public boolean isRange() {
    return !least.equals(most);
  }

  /// The style of its sign.
  public String style() {
    return "pin pin-" + Say.key(kind);
  }

  /// Its worth to a party, in words.
  public String worth(int party) {
    return isRange()
        ? Say.text("packages.picture.range", "least", least.get(party), "most", most.get(party))
        : String.valueOf(least.get(party));
  }
}
