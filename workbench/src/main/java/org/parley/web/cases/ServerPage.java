package org.parley.web.cases;

import java.util.List;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.CaseTemplate;
import org.parley.casefile.start.CaseTemplates;
import org.parley.casefile.start.FolderTemplate;
import org.parley.casefile.start.NewCase;
import org.parley.web.nodes.NodeList;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// The cases of a server, for its administrators.
///
/// @param cases every case, without anything of what is in it
/// @param servers the servers of these cases; empty for one alone
/// @param people the accounts that may mediate
/// @param templates what a case is created from
/// @param id the id as typed
/// @param typed the new case as typed
/// @param mediator the mediator as typed
/// @param trouble why nothing was done; empty for none
public record ServerPage(
    List<ServerAdministration.Administered> cases,
    NodeList servers,
    List<String> people,
    CaseTemplates templates,
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

  /// The name of a template, for people.
  public String name(CaseTemplate template) {
    return switch (template) {
      case BuiltInTemplate builtIn -> Say.text("new.template." + builtIn.word());
      case FolderTemplate kept ->
          Say.text(
              "cases.server.template", "name", kept.name().in(Language.current().tag()).text());
    };
  }

  /// The description of a template; empty if an institution gives none.
  public String meaning(CaseTemplate template) {
    return switch (template) {
      case BuiltInTemplate builtIn -> Say.text("new.template." + builtIn.word() + ".meaning");
      case FolderTemplate kept -> kept.description();
    };
  }

  /// The names of the parties, one a line.
  public String parties() {
    return String.join("\n", typed.parties());
  }
}
