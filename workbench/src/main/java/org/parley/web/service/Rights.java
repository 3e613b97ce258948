package org.parley.web.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.EditRefusal;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Refusal;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.claim.Claim;
import org.parley.model.party.Party;
import org.parley.model.position.Baseline;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.Position;
import org.parley.model.round.TabledPackage;
import org.parley.model.task.Task;
import org.parley.web.service.SaveOutcome.Trouble;
import org.parley.web.view.Visit;
import org.parley.wording.Complaint;

/// The write permissions of roles.
///
/// A mediator writes everything. A delegation adds sources, claims, forecasts, meetings, positions,
/// baselines, comparisons, linkages, demands, packages, comments and tasks in its own name. It
/// corrects and withdraws its own, whatever their visibility, and corrects records of its party
/// alone. Its records on others' positions and baselines are visible to its party alone. A monitor
/// adds sources, incidents and log entries.
///
/// Ids are unique in the whole case, so a taken id could reveal a hidden record. Each delegation
/// and the monitors therefore have a reserved prefix. Their additions carry it, and no record
/// hidden from them does. The prefix also identifies the owner, without a query of the journal.
public final class Rights {

  /// The id prefix of monitors.
  public static final String MONITORS = "monitor-";

  private static final Set<String> OF_DELEGATIONS =
      Set.of(
          "sources",
          "claims",
          "forecasts",
          "meetings",
          "positions",
          "baselines",
          "linkages",
          "demands",
          "tabledPackages",
          "pairwiseComparisons",
          "comments",
          "tasks");
  private static final Set<String> OF_MONITORS = Set.of("sources", "incidents", "logEntries");

  private Rights() {}

  /// The id prefix of a visitor's additions; empty for a mediator.
  public static String beginningOfIds(Visitor visitor) {
    PartyId party = visitor.party();
    return switch (visitor.role()) {
      case DELEGATION -> party == null ? "" : beginningOf(party);
      case MONITOR -> MONITORS;
      case MEDIATOR, OBSERVER, PUBLIC -> "";
    };
  }

  private static String beginningOf(PartyId party) {
    return party.value().toLowerCase(Locale.ROOT) + "-";
  }

  /// The default visibility of a visitor's additions: for a delegation, its party and the mediator.
  public static Visibility defaultVisibility(Visitor visitor) {
    PartyId party = visitor.party();
    return visitor.role() == Role.DELEGATION && party != null
        ? new Visibility.Party(party)
        : new Visibility.Public();
  }

  /// The default visibility of a version of a package: the recipients of the package it amends. A
  /// delegation shows it to no one beyond the delegations.
  ///
  /// @param amends the id of that package; empty for none
  public static Visibility defaultVisibility(Visitor visitor, CaseView view, String amends) {
    Visibility usual = defaultVisibility(visitor);
    return view.find(amends)
        .filter(TabledPackage.class::isInstance)
        .map(CaseRecord::visibility)
        .map(
            each -> visitor.role() == Role.MEDIATOR ? each : each.and(new Visibility.Delegations()))
        .orElse(usual);
  }

  /// The delegation whose reserved prefix an id has: the one that wrote it.
  public static Optional<PartyId> author(CaseView view, String id) {
    return owner(view.parties(), id) instanceof Viewer.Delegation(PartyId party)
        ? Optional.of(party)
        : Optional.empty();
  }

  /// Whether an id is for records that others may not see, so that a mediator leaves it alone.
  public static boolean isReserved(CaseView view, String id) {
    return owner(publicParties(view.parties()), id) != null;
  }

  private static List<Party> publicParties(Collection<? extends CaseRecord> records) {
    List<Party> parties = new ArrayList<>();
    for (CaseRecord each : records) {
      if (each instanceof Party party && party.visibility() instanceof Visibility.Public) {
        parties.add(party);
      }
    }
    return parties;
  }

  /// The changes that the visitor may not make, judged on the visible part alone.
  static List<Trouble> troubles(Visitor visitor, CaseView view, List<CaseEdit> edits) {
    List<Trouble> troubles = new ArrayList<>();
    for (CaseEdit edit : edits) {
      switch (edit) {
        case CaseEdit.Add(CaseRecord record, var file) ->
            add(visitor, view, record, file, troubles);
        case CaseEdit.Change(CaseRecord record) -> change(visitor, view, record, troubles);
        case CaseEdit.Remove(var id) -> {
          CaseRecord record = view.find(id).orElse(null);
          if (record != null && !mayWithdraw(visitor, view, record)) {
            troubles.add(not(id.value(), ChangeRefusal.Plain.ONLY_ITS_AUTHOR_REMOVES, id.value()));
          }
        }
        case CaseEdit.Describe(_) -> {
          if (visitor.role() != Role.MEDIATOR) {
            troubles.add(not(CaseService.HEADER, ChangeRefusal.Plain.HEADER_OF_THE_MEDIATOR, ""));
          }
        }
      }
    }
    return troubles;
  }

  private static void add(
      Visitor visitor,
      CaseView view,
      CaseRecord record,
      @Nullable String file,
      List<Trouble> troubles) {
    if (visitor.role() == Role.MEDIATOR) {
      return;
    }
    String id = record.id().value();
    String beginning = beginningOfIds(visitor);
    if (!visitor.maySave() || !mayAdd(visitor, record)) {
      troubles.add(not(id, new ChangeRefusal.RoleDoesNotAdd(visitor.role()), record.id().kind()));
      return;
    }
    if (!id.startsWith(beginning) || id.length() == beginning.length()) {
      troubles.add(
          new Trouble(
              id,
              List.of("id"),
              new Complaint(
                  new ChangeRefusal.WrongBeginning(beginning, shortened(beginning + id)), id)));
    } else if (owner(view.parties(), id) instanceof Viewer.Delegation(PartyId party)
        && !party.equals(visitor.party())) {
      troubles.add(
          new Trouble(
              id,
              List.of("id"),
              new Complaint(new ChangeRefusal.BeginningOfOther(beginningOf(party), party), id)));
    }
    if (file != null) {
      troubles.add(not(id, ChangeRefusal.Plain.FILE_OF_THE_MEDIATOR, file));
    }
    mark(visitor, record, troubles);
  }

  private static String shortened(String id) {
    return id.length() <= 64 ? id : id.substring(0, 64);
  }

  /// Whether a visitor may write a record of this kind at all.
  public static boolean mayWrite(Visitor visitor, CaseRecord record) {
    return visitor.role() == Role.MEDIATOR || (visitor.maySave() && mayAdd(visitor, record));
  }

  private static boolean mayAdd(Visitor visitor, CaseRecord record) {
    return mayAdd(visitor, CaseWriter.keyOf(record));
  }

  private static boolean mayAdd(Visitor visitor, String kind) {
    return switch (visitor.role()) {
      case MEDIATOR -> true;
      case DELEGATION -> OF_DELEGATIONS.contains(kind);
      case MONITOR -> OF_MONITORS.contains(kind);
      case OBSERVER, PUBLIC -> false;
    };
  }

  private static boolean mayChange(Visitor visitor, CaseView view, CaseRecord before) {
    PartyId own = visitor.party();
    return visitor.role() == Role.MEDIATOR
        || (visitor.role() == Role.DELEGATION
            && own != null
            && mayAdd(visitor, before)
            && (isOwn(visitor, view, before) || isForAlone(own, before)));
  }

  /// Whether a visitor may say that a task is done, or open again: mediators, its author, and those
  /// who are to do it.
  public static boolean mayFinish(Visitor visitor, CaseView view, Task task) {
    return mayChange(visitor, view, task) || mayFinish(visitor, task);
  }

  private static boolean mayFinish(Visitor visitor, Task task) {
    return visitor.maySave()
        && task.isOf(
            visitor.name(),
            visitor.role() == Role.DELEGATION ? visitor.party() : null,
            visitor.role() == Role.MEDIATOR);
  }

  /// Whether a visitor may remove a record: a mediator all but claims, which stay on record; a
  /// delegation everything of its own.
  public static boolean mayRemove(Visitor visitor, CaseView view, CaseRecord record) {
    return visitor.role() == Role.MEDIATOR
        ? !(record instanceof Claim)
        : mayWithdraw(visitor, view, record);
  }

  private static boolean mayWithdraw(Visitor visitor, CaseView view, CaseRecord record) {
    return visitor.role() == Role.MEDIATOR
        || (mayAdd(visitor, record) && isOwn(visitor, view, record));
  }

  private static boolean isOwn(Visitor visitor, CaseView view, CaseRecord record) {
    PartyId own = visitor.party();
    return visitor.role() == Role.DELEGATION
        && own != null
        && own.equals(author(view, record.id().value()).orElse(null));
  }

  /// Whether a visitor may undo the changes of a record: a mediator always, a delegation if the id
  /// has its prefix.
  public static boolean mayUndo(Visitor visitor, CaseView view, String kind, String id) {
    PartyId own = visitor.party();
    return visitor.role() == Role.MEDIATOR
        || (visitor.role() == Role.DELEGATION
            && own != null
            && mayAdd(visitor, kind)
            && own.equals(author(view, id).orElse(null)));
  }

  private static boolean isForAlone(PartyId own, CaseRecord record) {
    return record.visibility().equals(new Visibility.Party(own));
  }

  /// The permissions of a visitor, for pages to offer. The write itself is judged again.
  public static Visit.May of(Visitor visitor) {
    return new Visit.May() {
      @Override
      public boolean add(String kind) {
        return mayAdd(visitor, kind);
      }

      @Override
      public boolean change(CaseView view, CaseRecord record) {
        return mayChange(visitor, view, record);
      }

      @Override
      public boolean remove(CaseView view, CaseRecord record) {
        return mayRemove(visitor, view, record);
      }
    };
  }

  /// Visitors must see their own additions; a delegation's records on others' positions stay within
  /// its party.
  private static void mark(Visitor visitor, CaseRecord record, List<Trouble> troubles) {
    String id = record.id().value();
    if (!record.visibility().visibleTo(visitor.viewer())) {
      troubles.add(
          new Trouble(
              id, List.of("visibility"), new Complaint(ChangeRefusal.Plain.UNSEEN_BY_ITS_AUTHOR)));
    }
    PartyId of =
        switch (record) {
          case Position position -> position.party();
          case PairwiseComparison compared -> compared.party();
          case Baseline baseline -> baseline.party();
          default -> null;
        };
    if (record instanceof TabledPackage tabled && !isAuthor(visitor, tabled)) {
      troubles.add(
          new Trouble(
              id,
              List.of("author"),
              new Complaint(
                  ChangeRefusal.Plain.TABLED_FOR_ANOTHER,
                  tabled.author() == null ? "" : tabled.author().value())));
    }
    if (of != null
        && !of.equals(visitor.party())
        && !(record.visibility() instanceof Visibility.Party)) {
      troubles.add(
          new Trouble(
              id,
              List.of("party"),
              new Complaint(ChangeRefusal.Plain.CONCLUDES_FOR_ANOTHER, of.value())));
    }
  }

  private static boolean isAuthor(Visitor visitor, TabledPackage tabled) {
    PartyId author = tabled.author();
    return author != null && author.equals(visitor.party());
  }

  private static void change(
      Visitor visitor, CaseView view, CaseRecord record, List<Trouble> troubles) {
    if (visitor.role() == Role.MEDIATOR) {
      return;
    }
    String id = record.id().value();
    CaseRecord before = view.find(record.id()).orElse(null);
    if (before == null) {
      troubles.add(not(id, EditRefusal.Plain.CHANGED_RECORD_GONE, id));
      return;
    }
    if (before instanceof Task task
        && record instanceof Task after
        && mayFinish(visitor, task)
        && after.withDone(task.done()).equals(task)) {
      return;
    }
    PartyId own = visitor.party();
    if (own == null || !mayChange(visitor, view, before) || !mayAdd(visitor, record)) {
      troubles.add(not(id, ChangeRefusal.Plain.NOT_YOURS_TO_CHANGE, id));
      return;
    }
    if (!isOwn(visitor, view, before) && !isForAlone(own, record)) {
      troubles.add(
          new Trouble(
              id,
              List.of("visibility"),
              new Complaint(ChangeRefusal.Plain.READERS_OF_THE_MEDIATOR)));
      return;
    }
    mark(visitor, record, troubles);
  }

  private static Trouble not(String id, Refusal why, String value) {
    return new Trouble(id, List.of(), new Complaint(why, value));
  }

  /// The records that a mediator has to rename. Their ids have the prefix of a delegation or of the
  /// monitors, though some of these may not see them. So do hidden parties with the prefix of
  /// another party. This keeps reserved prefixes free of hidden records; a remaining one gives way.
  public static List<Trouble> misnamed(Case contents) {
    return misnamed(contents, contents.records());
  }

  /// The records to rename after a change.
  ///
  /// @param changed the ids of the changed records
  static List<Trouble> misnamed(Case before, Case after, Set<String> changed) {
    if (!parties(before).equals(parties(after))) {
      List<Trouble> troubles = new ArrayList<>(misnamed(after));
      troubles.removeAll(misnamed(before));
      return troubles;
    }
    // as the parties are, so are the beginnings of ids
    List<Trouble> troubles = new ArrayList<>(misnamed(after, found(after, changed)));
    troubles.removeAll(misnamed(before, found(before, changed)));
    return troubles;
  }

  private static List<CaseRecord> found(Case contents, Set<String> ids) {
    return ids.stream().flatMap(id -> contents.find(id).stream()).toList();
  }

  private static List<CaseRecord> parties(Case contents) {
    return contents.records().stream().filter(Party.class::isInstance).toList();
  }

  private static List<Trouble> misnamed(Case contents, Collection<CaseRecord> records) {
    List<Party> parties = publicParties(contents.records());
    List<Party> hidden = new ArrayList<>();
    for (CaseRecord each : contents.records()) {
      if (each instanceof Party party && !(party.visibility() instanceof Visibility.Public)) {
        hidden.add(party);
      }
    }
    List<Trouble> troubles = new ArrayList<>();
    for (Party each : hidden) {
      if (owner(parties, beginningOf(each.id())) instanceof Viewer.Delegation(PartyId party)) {
        troubles.add(
            new Trouble(
                each.id().value(),
                List.of("id"),
                new Complaint(new ChangeRefusal.HiddenBeginning(party), each.id().value())));
      }
    }
    for (CaseRecord record : records) {
      for (References.Mention mention : References.of((Record) record)) {
        if (mention.declares()) {
          String id = mention.id().value();
          Viewer owner = owner(parties, id);
          if (owner != null
              && !mention.visibility().stream().allMatch(mark -> mark.visibleTo(owner))) {
            troubles.add(
                new Trouble(
                    record.id().value(),
                    mention.path(),
                    new Complaint(
                        owner instanceof Viewer.Delegation(PartyId party)
                            ? new ChangeRefusal.BeginningOfParty(party)
                            : ChangeRefusal.Plain.BEGINNING_OF_EVERYONE,
                        id)));
          }
        }
      }
    }
    return troubles;
  }

  /// The owner of an id's prefix; of several matching prefixes, the longest.
  private static @Nullable Viewer owner(List<Party> parties, String id) {
    PartyId longest = null;
    for (Party party : parties) {
      if (id.startsWith(beginningOf(party.id()))
          && (longest == null || longest.value().length() < party.id().value().length())) {
        longest = party.id();
      }
    }
    boolean monitors =
        id.startsWith(MONITORS)
            && (longest == null || beginningOf(longest).length() < MONITORS.length());
    return monitors ? new Viewer.Public() : longest == null ? null : new Viewer.Delegation(longest);
  }
}
