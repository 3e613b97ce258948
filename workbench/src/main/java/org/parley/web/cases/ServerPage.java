package org.parley.web.cases;

import java.util.List;
import org.parley.casefile.start.NewCase;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// The cases of a server, for its administrators.
///
/// @param cases every case, without anything of what is in it
/// @param people the accounts that may mediate
/// @param id the id as typed
/// @param typed the new case as typed
/// @param mediator the mediator as typed
/// @param trouble why nothing was done; empty for none
public record ServerPage(
    List<ServerAdministration.Administered> cases,
    List<String> people,
    String id,
    NewCase typed,
    String mediator,
    String trouble) {

  public ServerPage {
    cases = List.copyOf(cases);
    people = List.copyOf(people);
  }

  public Frame frame() {
    return new Frame(Say.text("cases.server"), "Parley", "server");
  }

  /// The names of the parties, one a line.
  public String parties() {
    return String.join("\n", typed.parties());
  }
}
