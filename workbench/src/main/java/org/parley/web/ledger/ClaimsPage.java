package org.parley.web.ledger;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.claim.Claim;
import org.parley.model.text.Component;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// One page of the claims that pass a filter.
///
/// @param open the case
/// @param filter the filter
/// @param total how many claims pass
/// @param claims those on this page
/// @param pages how many pages there are, at least 1
public record ClaimsPage(
    OpenCase open, ClaimFilter filter, int total, List<Claim> claims, int pages) {

  /// How many claims a page lists.
  public static final int PAGE_SIZE = 40;

  private static final int SPEAKERS_OFFERED = 200;

  /// The page of a filter.
  ///
  /// @throws BadQuery if the list has fewer pages
  public static ClaimsPage of(OpenCase open, ClaimFilter filter) {
    List<Claim> found = filter.apply(open);
    int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    if (filter.page() > pages) {
      throw new BadQuery(
          "page",
          Integer.toString(filter.page()),
          "the list has only " + Say.count(pages, "page", "pages"),
          "Maybe start again at the first.");
    }
    int from = (filter.page() - 1) * PAGE_SIZE;
    List<Claim> claims = found.subList(from, Math.min(found.size(), from + PAGE_SIZE));
    return new ClaimsPage(open, filter, found.size(), List.copyOf(claims), pages);
  }

  public Frame frame() {
    return Frame.of(Say.text("claims.title"), open.view().info(), "claims");
  }

  /// The subjects to filter by: the whole, each instrument with its points and their parts.
  public List<Say.Choice> subjects() {
    List<Say.Choice> choices = new ArrayList<>();
    choices.add(new Say.Choice("whole", Say.text("claims.whole")));
    for (Instrument instrument : open.view().instruments()) {
      choices.add(new Say.Choice(instrument.id().value(), instrument.title().text()));
      for (Point point : open.view().points()) {
        if (point.instrument().equals(instrument.id())) {
          choices.add(new Say.Choice(point.id().value(), "\u2003" + Say.point(point)));
          for (Component part : point.components()) {
            choices.add(new Say.Choice(part.id().value(), "\u2003\u2003" + part.title()));
          }
        }
      }
    }
    return choices;
  }

  /// The names of speakers, for completion.
  public List<String> speakers() {
    return open.speakers().stream().limit(SPEAKERS_OFFERED).toList();
  }
}
