package org.parley.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.model.Case;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.checks.References;
import org.parley.model.party.Party;
import org.parley.model.party.PartyId;
import org.parley.model.position.Baseline;
import org.parley.model.position.Position;
import org.parley.web.desk.Saving.Trouble;
import org.parley.web.view.Visit;

/// Who may write what.
///
/// A mediator writes everything. A delegation adds sources, claims, meetings, positions, baselines,
/// ties and demands, and changes those that are marked for its party alone; of others' positions
/// and baselines it speaks only there. A monitor adds sources, incidents and entries of the log.
///
/// Ids are unique in the whole case, so that a taken id could betray a record one may not see. Each
/// delegation and the monitors therefore have a beginning of ids of their own: what they add is
/// named so, and nothing else in the case that they may not see is.
public final class Rights {

  /// How the ids of what monitors add begin.
  public static final String MONITORS = "monitor-";

  private static final Set<String> OF_DELEGATIONS =
      Set.of("sources", "claims", "meetings", "positions", "baselines", "linkages", "demands");
  private static final Set<String> OF_MONITORS = Set.of("sources", "incidents", "logEntries");

  private Rights() {}

  /// How the ids of what a visitor adds begin; empty for a mediator, who may choose any.
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

  /// What of these changes the visitor may not make. Looks at what they may see and at nothing
  /// else.
  static List<Trouble> troubles(Visitor visitor, CaseView view, List<CaseEdit> edits) {
    List<Trouble> troubles = new ArrayList<>();
    for (CaseEdit edit : edits) {
      switch (edit) {
        case CaseEdit.Add(CaseRecord record, var file) -> add(visitor, record, file, troubles);
        case CaseEdit.Change(CaseRecord record) -> change(visitor, view, record, troubles);
        case CaseEdit.Remove(var id) -> {
          if (visitor.role() != Role.MEDIATOR) {
            troubles.add(
                not(
                    id.value(),
                    "only a mediator removes records",
                    id.value(),
                    "Maybe add a claim that supersedes or retracts it"));
          }
        }
        case CaseEdit.Describe(_) -> {
          if (visitor.role() != Role.MEDIATOR) {
            troubles.add(
                not(
                    Desk.HEADER,
                    "only a mediator changes the header",
                    "",
                    "Maybe ask the mediator"));
          }
        }
      }
    }
    return troubles;
  }

  private static void add(
      Visitor visitor, CaseRecord record, @Nullable String file, List<Trouble> troubles) {
    if (visitor.role() == Role.MEDIATOR) {
      return;
    }
    String id = record.id().value();
    String beginning = beginningOfIds(visitor);
    if (!visitor.maySave() || !mayAdd(visitor, record)) {
      troubles.add(
          not(
              id,
              (visitor.role() == Role.OBSERVER ? "an " : "a ")
                  + visitor.role().word()
                  + " does not add this kind of record",
              record.id().kind(),
              "Maybe ask the mediator to add it"));
      return;
    }
    if (!id.startsWith(beginning) || id.length() == beginning.length()) {
      troubles.add(
          new Trouble(
              id,
              List.of("id"),
              "the ids of what you add begin with " + beginning,
              id,
              "Maybe " + shortened(beginning + id)));
    }
    if (file != null) {
      troubles.add(not(id, "only a mediator chooses the file", file, "Maybe leave it out"));
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

  private static boolean mayChange(Visitor visitor, CaseRecord before) {
    PartyId own = visitor.party();
    return visitor.role() == Role.MEDIATOR
        || (visitor.role() == Role.DELEGATION
            && own != null
            && before.visibility().equals(new Visibility.Party(own))
            && mayAdd(visitor, before));
  }

  /// What somebody may write, for the pages that offer it. What they write is judged again when it
  /// comes.
  public static Visit.May of(Visitor visitor) {
    return new Visit.May() {
      @Override
      public boolean add(String kind) {
        return mayAdd(visitor, kind);
      }

      @Override
      public boolean change(CaseRecord record) {
        return mayChange(visitor, record);
      }
    };
  }

  /// What somebody adds they can see themselves; a delegation speaks of others' positions only to
  /// itself.
  private static void mark(Visitor visitor, CaseRecord record, List<Trouble> troubles) {
    String id = record.id().value();
    if (!record.visibility().visibleTo(visitor.viewer())) {
      troubles.add(
          new Trouble(
              id,
              List.of("visibility"),
              "you could not see this record yourself",
              "",
              "Maybe mark it for your party, for all delegations, or leave the mark out"));
    }
    PartyId of =
        switch (record) {
          case Position position -> position.party();
          case Baseline baseline -> baseline.party();
          default -> null;
        };
    if (of != null
        && !of.equals(visitor.party())
        && !(record.visibility() instanceof Visibility.Party)) {
      troubles.add(
          new Trouble(
              id,
              List.of("party"),
              "others would read what you conclude for another party",
              of.value(),
              "Maybe mark it for your party alone"));
    }
  }

  private static void change(
      Visitor visitor, CaseView view, CaseRecord record, List<Trouble> troubles) {
    if (visitor.role() == Role.MEDIATOR) {
      return;
    }
    String id = record.id().value();
    CaseRecord before = view.find(record.id()).orElse(null);
    if (before == null) {
      troubles.add(not(id, "changing a record that is not there", id, "Maybe add it"));
      return;
    }
    if (!mayChange(visitor, before) || !mayAdd(visitor, record)) {
      troubles.add(
          not(
              id,
              "only what is marked for your party alone is yours to change",
              id,
              "Maybe add a claim that supersedes it, or ask the mediator"));
      return;
    }
    mark(visitor, record, troubles);
  }

  private static Trouble not(String id, String message, String value, String advice) {
    return new Trouble(id, List.of(), message, value, advice);
  }

  /// The records whose ids begin as those of a delegation or of the monitors do, though some of
  /// these may not see them; a case in which there are any is not shared.
  public static List<Trouble> misnamed(Case contents) {
    List<Party> parties = new ArrayList<>();
    for (CaseRecord each : contents.records()) {
      if (each instanceof Party party && party.visibility() instanceof Visibility.Public) {
        parties.add(party);
      }
    }
    List<Trouble> troubles = new ArrayList<>();
    for (CaseRecord record : contents.records()) {
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
                    "ids that begin so are for what "
                        + (owner instanceof Viewer.Delegation(PartyId party)
                            ? party.value()
                            : "everyone")
                        + " may see",
                    id,
                    "Maybe choose another id"));
          }
        }
      }
    }
    return troubles;
  }

  /// For whom ids that begin so are kept: where the beginnings of several fit, the longest counts.
  private static @Nullable Viewer owner(List<Party> parties, String id) {
    if (id.startsWith(MONITORS)) {
      return new Viewer.Public();
    }
    PartyId longest = null;
    for (Party party : parties) {
      if (id.startsWith(beginningOf(party.id()))
          && (longest == null || longest.value().length() < party.id().value().length())) {
        longest = party.id();
      }
    }
    return longest == null ? null : new Viewer.Delegation(longest);
  }
}
