package org.parley.web.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.store.people.FeedAddress;
import org.parley.web.view.Frame;

/// One's own secret addresses.
///
/// @param frame of a case, or of a server of many
/// @param ofAllCases whether a feed of all cases is read at them, and no calendar
/// @param addresses those there are, by name
/// @param made the address that was made or renewed just now; null for none
/// @param typed the name as typed, if it was refused
/// @param problem the reason of a refusal; empty for none
/// @param isRemoved whether one was just taken back
public record FeedAddressesPage(
    Frame frame,
    boolean ofAllCases,
    List<FeedAddress> addresses,
    @Nullable MadeAddress made,
    String typed,
    String problem,
    boolean isRemoved) {

  /// The addresses that are shown once.
  ///
  /// @param name its name
  /// @param calendar where the calendar is read; null for none
  /// @param feed where the feed of changes is read
  public record MadeAddress(String name, @Nullable String calendar, String feed) {}

  public FeedAddressesPage {
    addresses = List.copyOf(addresses);
  }
}
