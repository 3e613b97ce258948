package org.parley.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.model.CaseRecord;
import org.parley.model.Secrets;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.Views;
import org.parley.store.Journal;
import org.parley.web.service.CaseService;
import org.parley.web.service.ChangeRefusal;
import org.parley.web.service.Role;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.SaveOutcome.Trouble;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import org.parley.wording.Complaint;

/// A desk with a hole, to test whether non-interference is tested: it tells those who are no
/// mediators something of what they may not see.
@NullMarked
final class LeakyCaseService implements CaseService {

  /// What is told.
  sealed interface Leak {
    /// Nothing.
    record None() implements Leak {}

    /// Records of a kind.
    record Shows(Class<?> kind) implements Leak {}

    /// The entries of another journal instead of those of one.
    record Keeps(Journal one, Journal instead) implements Leak {}

    /// By a refusal, that something refers to a record.
    record RefusesWhatIsReferredTo() implements Leak {}

    /// By a refusal, that an id with this beginning is taken.
    record RefusesWhatIsTaken(String beginning) implements Leak {}

    /// By an acceptance, that what a record names is not looked up.
    record AcceptsWhatNamesSecrets() implements Leak {}

    /// Whenever anything changes, that something did.
    record TellsOfEverything() implements Leak {}
  }

  /// Where the leak of several desks is set.
  static final class Hole {
    volatile Leak leak = new Leak.None();
  }

  private static final Visitor MEDIATOR = Visitor.mediator("Ann");

  private final CaseService desk;
  private final Hole hole;
  private final Map<CaseView, Map<Class<?>, OpenCase>> open = new ConcurrentHashMap<>();

  LeakyCaseService(CaseService desk, Hole hole) {
    this.desk = desk;
    this.hole = hole;
  }

  @Override
  public CaseAccess read(Visitor visitor) {
    CaseAccess reading = desk.read(visitor);
    return hole.leak instanceof Leak.Shows(Class<?> kind)
        ? leaking(visitor, reading, desk.read(MEDIATOR), kind)
        : reading;
  }

  private CaseAccess leaking(Visitor visitor, CaseAccess seen, CaseAccess whole, Class<?> kind) {
    return visitor.role() != Role.MEDIATOR
            && seen instanceof CaseAccess.Opened(OpenCase own)
            && whole instanceof CaseAccess.Opened(OpenCase all)
        ? new CaseAccess.Opened(
            open.computeIfAbsent(own.view(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(kind, _ -> new OpenCase(leaking(own.view(), all.view(), kind))))
        : seen;
  }

  private static CaseView leaking(CaseView own, CaseView all, Class<?> kind) {
    List<CaseRecord> records = new ArrayList<>(own.records());
    records.addAll(leaks(own, all, kind));
    return Views.of(own.info(), records);
  }

  /// The hidden records of a kind that refer to nothing else that is hidden.
  static List<CaseRecord> leaks(CaseView own, CaseView all, Class<?> kind) {
    Set<String> known = idsIn(own);
    return all.records().stream()
        .filter(each -> kind.isInstance(each) && own.find(each.id()).isEmpty())
        .filter(
            each -> {
              Set<String> named = new HashSet<>(Secrets.idsIn(each));
              named.removeAll(Secrets.idsDeclaredIn(each));
              return known.containsAll(named);
            })
        .toList();
  }

  private static Set<String> idsIn(CaseView view) {
    Set<String> ids = new HashSet<>();
    view.records().forEach(each -> ids.addAll(Secrets.idsIn(each)));
    return ids;
  }

  @Override
  public SaveOutcome change(
      Visitor visitor,
      List<CaseEdit> edits,
      String why,
      Map<String, Version> basedOn,
      Visibility confirmed) {
    SaveOutcome told = visitor.role() == Role.MEDIATOR ? null : tells(visitor, edits);
    return told != null ? told : desk.change(visitor, edits, why, basedOn, confirmed);
  }

  private @Nullable SaveOutcome tells(Visitor visitor, List<CaseEdit> edits) {
    if (!(desk.read(visitor) instanceof CaseAccess.Opened(OpenCase own))
        || !(desk.read(MEDIATOR) instanceof CaseAccess.Opened(OpenCase all))) {
      return null;
    }
    List<CaseRecord> hidden =
        all.view().records().stream().filter(each -> own.view().find(each.id()).isEmpty()).toList();
    for (CaseEdit edit : edits) {
      CaseRecord record =
          switch (edit) {
            case CaseEdit.Add(CaseRecord added, _) -> added;
            case CaseEdit.Change(CaseRecord changed) -> changed;
            case CaseEdit.Remove _, CaseEdit.Describe _ -> null;
          };
      if (record == null) {
        continue;
      }
      String id = record.id().value();
      switch (hole.leak) {
        case Leak.RefusesWhatIsReferredTo _ -> {
          if (hidden.stream().anyMatch(each -> Secrets.idsIn(each).contains(id))) {
            return refused(id);
          }
        }
        case Leak.RefusesWhatIsTaken(String beginning) -> {
          if (id.startsWith(beginning)
              && hidden.stream().anyMatch(each -> each.id().value().equals(id))) {
            return refused(id);
          }
        }
        case Leak.AcceptsWhatNamesSecrets _ -> {
          Set<String> named = new HashSet<>(Secrets.idsIn(record));
          named.removeAll(Secrets.idsDeclaredIn(record));
          if (!idsIn(own.view()).containsAll(named)) {
            return new SaveOutcome.Saved(own);
          }
        }
        case Leak.None _, Leak.Shows _, Leak.Keeps _, Leak.TellsOfEverything _ -> {}
      }
    }
    return null;
  }

  private static SaveOutcome refused(String id) {
    return new SaveOutcome.Refused(
        List.of(
            new Trouble(
                id, List.of("id"), new Complaint(ChangeRefusal.Plain.JOURNAL_NOT_WRITTEN, id))));
  }

  @Override
  public Watching watch(Visitor visitor, Runnable news) {
    return desk.watch(hole.leak instanceof Leak.TellsOfEverything ? MEDIATOR : visitor, news);
  }

  @Override
  public History history() {
    History history = desk.history();
    return hole.leak instanceof Leak.Keeps(Journal one, Journal instead) && history.journal() == one
        ? new History(instead, null)
        : history;
  }
}
