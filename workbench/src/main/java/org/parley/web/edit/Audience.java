package org.parley.web.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.party.Party;
import org.parley.model.round.Round;
import org.parley.web.service.Role;
import org.parley.web.service.VisibilityWidening;
import org.parley.web.service.Visitor;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.wording.Messages;

/// The future readers of a record under edit, as its form shows beside the save button.
///
/// @param choices the selectable visibilities: the word for each, with its readers
/// @param chosen the chosen word; empty if the input is invalid
/// @param party the party, if one party and the mediator are chosen
/// @param parties the parties to choose from; empty if there is no choice
/// @param some the parties that some can be chosen from; empty if there is no such choice
/// @param isTabling whether the readers are those a package is tabled to
/// @param readers the readers in words: "everyone"; empty if unknown
/// @param confirmed the confirmed readers, as carried by [#SEEN]
/// @param follows whether the button's label follows the choice: for a new record
/// @param problems the faults of the choice
/// @param note a consequence of the choice; empty for none
public record Audience(
    List<Choice> choices,
    String chosen,
    String party,
    List<Choice> parties,
    List<ReaderCheck> some,
    boolean isTabling,
    String readers,
    String confirmed,
    boolean follows,
    List<String> problems,
    String note) {

  /// The name of the field that says whom the visitor knows to see the record.
  public static final String SEEN = "_seen";

  public Audience {
    choices = List.copyOf(choices);
    parties = List.copyOf(parties);
    some = List.copyOf(some);
    problems = List.copyOf(problems);
  }

  /// A party that can be one of some readers.
  ///
  /// @param isFixed whether it is one whenever some are chosen: one's own
  public record ReaderCheck(String party, String label, boolean isChosen, boolean isFixed) {}

  /// The choices of a form.
  ///
  /// @param written the present choice, as input
  static Audience of(
      CaseView view,
      Visitor visitor,
      FormValue.Keys written,
      String confirmed,
      boolean isNew,
      List<FieldProblem> problems) {
    FormValue value = written.get(FormVisibility.KEY);
    Optional<Visibility> chosen = FormVisibility.find(value);
    String word =
        chosen.map(FormVisibility::word).orElseGet(() -> value == null ? "" : firstWord(value));
    String party = value instanceof FormValue.Keys keys ? keys.words("party") : "";
    Round round =
        view.find(written.words("round"))
            .filter(Round.class::isInstance)
            .map(Round.class::cast)
            .orElse(null);
    List<ReaderCheck> some = some(view, visitor, round, chosenOf(value));
    List<Choice> choices = choices(view, visitor, some.size() > 1);
    if (choices.stream().noneMatch(each -> each.value().equals(word))) {
      choices.add(new Choice(word, chosen.map(each -> Say.readers(view, each)).orElse(word)));
    }
    return new Audience(
        choices,
        word,
        party.isEmpty() && visitor.party() != null ? visitor.party().value() : party,
        visitor.role() == Role.MEDIATOR ? parties(view, party) : List.of(),
        some,
        round != null,
        chosen.map(each -> Say.readers(view, each)).orElse(""),
        isNew ? chosen.map(Audience::text).orElse("") : confirmed,
        isNew,
        problems.stream()
            .filter(each -> !each.path().isEmpty())
            .filter(each -> each.path().getFirst().equals(FormVisibility.KEY))
            .map(FieldProblem::sentence)
            .toList(),
        chosen.map(each -> note(view, written, each)).orElse(""));
  }

  /// The ids in the input of some parties.
  private static Set<String> chosenOf(@Nullable FormValue value) {
    FormValue parties = value instanceof FormValue.Keys keys ? keys.get(FormVisibility.SOME) : null;
    return parties == null ? Set.of() : new LinkedHashSet<>(parties.allWords());
  }

  /// The parties to choose some from: those of the round, for a package; else all. Those chosen
  /// stay.
  private static List<ReaderCheck> some(
      CaseView view, Visitor visitor, @Nullable Round round, Set<String> chosen) {
    PartyId own = visitor.role() == Role.DELEGATION ? visitor.party() : null;
    if (visitor.role() != Role.MEDIATOR && own == null) {
      return List.of();
    }
    Map<String, String> labels = new LinkedHashMap<>();
    if (own != null) {
      labels.put(own.value(), Say.party(view, own));
    }
    for (Choice each : parties(view, "")) {
      if (round == null || round.parties().stream().anyMatch(p -> p.value().equals(each.value()))) {
        labels.putIfAbsent(each.value(), each.label());
      }
    }
    chosen.forEach(each -> labels.putIfAbsent(each, each));
    labels.remove("");
    return labels.entrySet().stream()
        .map(
            each -> {
              boolean isOwn = own != null && own.value().equals(each.getKey());
              return new ReaderCheck(
                  each.getKey(), each.getValue(), isOwn || chosen.contains(each.getKey()), isOwn);
            })
        .toList();
  }

  private static String firstWord(FormValue value) {
    return switch (value) {
      case FormValue.Words(String text) -> text;
      case FormValue.Keys keys -> keys.entries().isEmpty() ? "" : keys.entries().getFirst().key();
      case FormValue.Rows _ -> "";
    };
  }

  /// From the narrowest to the widest; refused choices are left out.
  private static List<Choice> choices(CaseView view, Visitor visitor, boolean areSome) {
    PartyId own = visitor.party();
    List<Choice> choices = new ArrayList<>();
    switch (visitor.role()) {
      case MEDIATOR -> {
        choices.add(choice("mediator"));
        choices.add(choice("party"));
        if (areSome) {
          choices.add(choice(FormVisibility.SOME));
        }
        choices.add(new Choice("delegations", Say.text("form.delegations")));
      }
      case DELEGATION -> {
        if (own != null) {
          choices.add(new Choice("party", Say.readers(view, new Visibility.Party(own))));
        }
        if (areSome) {
          choices.add(choice(FormVisibility.SOME));
        }
        choices.add(new Choice("delegations", Say.text("form.delegations")));
      }
      case MONITOR, OBSERVER, PUBLIC -> {}
    }
    choices.add(choice("public"));
    return choices;
  }

  private static Choice choice(String word) {
    return new Choice(word, FormLayout.choice(Visibility.class, word));
  }

  private static List<Choice> parties(CaseView view, String chosen) {
    List<Choice> parties = new ArrayList<>();
    parties.add(new Choice("", Say.text("form.choose")));
    for (Party each : view.columns()) {
      parties.add(new Choice(each.id().value(), each.label().text()));
    }
    for (Party each : view.parties()) {
      Choice choice = new Choice(each.id().value(), each.label().text());
      if (!parties.contains(choice)) {
        parties.add(choice);
      }
    }
    if (parties.stream().noneMatch(each -> each.value().equals(chosen))) {
      parties.add(new Choice(chosen, chosen));
    }
    return parties;
  }

  /// A note that some readers will still see the corrected record.
  private static String note(CaseView view, FormValue.Keys written, Visibility chosen) {
    for (String how : List.of("supersedes", "retracts")) {
      FormValue ids = written.get(how);
      for (String id : ids == null ? List.<String>of() : ids.allWords()) {
        Visibility corrected = view.find(id).map(record -> record.visibility()).orElse(chosen);
        if (!chosen.covers(corrected)) {
          return Say.text(
              "form.corrected",
              "how",
              new Messages.Select(how),
              "seen",
              Say.seenBy(view, corrected));
        }
      }
    }
    return "";
  }

  /// The new readers of each record, in sentences.
  public static List<String> asks(CaseView view, List<VisibilityWidening> widenings) {
    return widenings.stream()
        .map(
            each ->
                Say.text(
                    "form.asks",
                    "whole",
                    each.part().equals(each.record()),
                    "part",
                    Say.sentence(each.part()),
                    "readers",
                    Say.newReaders(view, each.before(), each.after())))
        .toList();
  }

  /// A visibility as a field of a form carries it: "public", "party UA".
  public static String text(Visibility visibility) {
    return FormVisibility.word(visibility)
        + visibility.named().stream().map(each -> " " + each).collect(Collectors.joining());
  }

  /// The visibility in a field; empty if there is none.
  public static Optional<Visibility> find(String text) {
    int blank = text.indexOf(' ');
    return blank < 0
        ? FormVisibility.find(text, "")
        : FormVisibility.find(text.substring(0, blank), text.substring(blank + 1));
  }

  /// Whether there is anything to choose.
  public boolean isOpen() {
    return choices.size() > 1;
  }

  /// The label of the save button.
  public String save() {
    return save(Say.text("form.save"));
  }

  /// The label of a save button.
  ///
  /// @param what the action: "Save the joined version"
  public String save(String what) {
    return Say.save(what, readers);
  }
}
