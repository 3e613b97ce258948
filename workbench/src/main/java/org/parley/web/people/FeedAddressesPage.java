package org.parley.web.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.store.people.FeedAddress;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// One's own secret addresses.
///
/// @param info the case
/// @param addresses those there are, by name
/// @param made the address that was made or renewed just now; null for none
/// @param typed the name as typed, if it was refused
/// @param problem the reason of a refusal; empty for none
/// @param isRemoved whether one was just taken back
public record FeedAddressesPage(
    CaseInfo info,
    List<FeedAddress> addresses,
    @Nullable MadeAddress made,
    String typed,
    String problem,
    boolean isRemoved) {

  /// The addresses that are shown once.
  ///
  /// @param name its name
  /// @param calendar where the calendar is read
  /// @param feed where the feed of changes is read
  public record MadeAddress(String name, String calendar, String feed) {}

  public FeedAddressesPage {
    addresses = List.copyOf(addresses);
  }

  public Frame frame() {
    return Frame.of(Say.text("feeds.title"), info, "account");
  }
}
