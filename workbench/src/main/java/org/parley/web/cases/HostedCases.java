package org.parley.web.cases;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.operate.ServerStatus;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cases.CaseRegister;
import org.parley.store.cases.HostedCase;
import org.parley.store.nodes.NodeNews;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.web.access.Entrance;

/// The cases of a server: who may come in to which, and which are open. Thread-safe.
public final class HostedCases implements AutoCloseable {

  /// How long a case stays open that nobody asks for: as long as a session lasts. Background work
  /// and texts that are being read are in its memory.
  static final Duration IDLE = Accounts.SESSION;

  /// For how long a program waits until a case is read, and so does a change.
  private static final Duration NOT_SHOWN = Duration.ofMinutes(1);

  private final CaseRegister register;
  private final CaseOpener opener;
  private final InstantSource clock;
  private final int mostOpen;
  private final Duration patience;
  private final Map<String, CaseSlot> slots = new ConcurrentSkipListMap<>();
  private volatile boolean keepsOpen;

  /// @param mostOpen how many cases are open at once, but for those in use
  /// @param patience for how long a page waits until a case is read, before it says how far that is
  /// @throws JournalUnavailableException where the accounts of a case cannot be read
  public HostedCases(
      CaseRegister register,
      CaseOpener opener,
      InstantSource clock,
      int mostOpen,
      Duration patience)
      throws JournalUnavailableException {
    this.register = register;
    this.opener = opener;
    this.clock = clock;
    this.mostOpen = mostOpen;
    this.patience = patience;
    lookAgain();
    register.people().onLoss(this::takeBack);
  }

  /// A case in use; it stays open until this is closed.
  public interface CaseUse extends AutoCloseable {

    /// The case.
    OpenedCase opened();

    @Override
    void close();
  }

  /// Looks at the list of the register again: cases that were created, archived or restored, here
  /// or by another server.
  public synchronized void lookAgain() throws JournalUnavailableException {
    for (HostedCase each : register.list()) {
      CaseSlot known = slots.get(each.id());
      if (known == null) {
        // an earlier schema is migrated
        try (Accounts people = Accounts.existing(register.addressOf(each.id()))) {
          slots.put(each.id(), new CaseSlot(each, people.admissions()));
        }
      } else if (!known.hosted().equals(each)) {
        known.become(each);
      }
      if (keepsOpen && !each.isArchived() && (known == null || !known.isOpen())) {
        use(each.id()).close();
      }
    }
  }

  /// The same after a change that is recorded, so that it does not fail any more. Where the
  /// database is gone just now, news of the change come with it.
  ///
  /// @return whether it could be looked at
  public boolean refresh() {
    try {
      lookAgain();
      return true;
    } catch (JournalUnavailableException | JournalAwayException e) {
      ServerLog.warn(LogFields.of("case-away").with(e));
      return false;
    }
  }

  /// Looks again at what changed, perhaps at another server.
  public void hear(NodeNews news) throws JournalUnavailableException {
    for (CaseSlot each : news.isAll() ? slots.values() : named(news.journals())) {
      each.hear();
      read(each);
    }
    for (CaseSlot each : news.isAll() ? slots.values() : named(news.people())) {
      admit(each);
    }
    if (news.isAll() || news.people().stream().anyMatch(CaseRegister::isRegister)) {
      register.people().forget();
      lookAgain();
    }
  }

  private List<CaseSlot> named(Set<String> schemas) {
    return schemas.stream()
        .flatMap(each -> CaseRegister.idOf(each).stream())
        .flatMap(each -> Optional.ofNullable(slots.get(each)).stream())
        .toList();
  }

  /// Reads what was recorded in a case that is open.
  private void read(CaseSlot slot) {
    try (CaseUse use = slot.useIfOpen(slot.usedAt()).orElse(null)) {
      if (use != null) {
        var _ = use.opened().service().refresh();
      }
    }
  }

  /// Reads who may come in to a case, and has those who hold its roles looked up again.
  private void admit(CaseSlot slot) throws JournalUnavailableException {
    try (CaseUse use = slot.useIfOpen(slot.usedAt()).orElse(null)) {
      if (use != null) {
        use.opened().people().forget();
      }
      slot.admit(
          use != null
              ? use.opened().people().admissions()
              : register.admissions(slot.hosted().id()));
    }
  }

  /// How often news came that something was recorded in a case.
  long news(String id) {
    CaseSlot slot = slots.get(id);
    return slot == null ? 0 : slot.news();
  }

  /// Every case, by id: for administrators.
  public List<HostedCase> list() {
    return slots.values().stream().map(CaseSlot::hosted).toList();
  }

  /// The cases that somebody may see, by id.
  public List<SeenCase> list(CaseAsker asker) {
    return slots.values().stream().flatMap(each -> seen(each, asker).stream()).toList();
  }

  private Optional<SeenCase> seen(CaseSlot slot, CaseAsker asker) {
    String token = asker.token();
    return (token == null
            ? slot.admissions().person(asker.person())
            : slot.admissions().token(token, clock.instant()))
        .flatMap(Entrance::asRole)
        .map(visitor -> new SeenCase(slot.hosted(), visitor));
  }

  /// Whether a person, the holder of a token or the one who knows a secret address may come in.
  /// Decided without opening the case.
  ///
  /// @param address the secret in the address; null for none
  public boolean admits(String id, CaseAsker asker, @Nullable String address) {
    CaseSlot slot = slots.get(id);
    if (slot == null) {
      return false;
    }
    String token = asker.token();
    return (address != null && slot.admissions().hasAddress(address))
        || (token == null
            ? slot.admissions().person(asker.person()).isPresent()
            : slot.admissions().hasToken(token));
  }

  /// Who mediates a case.
  public List<String> mediators(String id) {
    CaseSlot slot = slots.get(id);
    return slot == null
        ? List.of()
        : slot.admissions().people().values().stream()
            .filter(each -> each.role().equals("mediator"))
            .map(each -> each.name())
            .sorted()
            .toList();
  }

  /// Opens a case, or uses the one that is open. While a large case is read, its pages say how far
  /// it is. The caller has checked who asks.
  ///
  /// @throws JournalUnavailableException where its journal cannot be opened or read
  public CaseUse use(String id) throws JournalUnavailableException {
    return use(id, patience);
  }

  /// The same for a program or a change, which waits longer.
  public CaseUse useOnceRead(String id) throws JournalUnavailableException {
    return use(id, patience.compareTo(NOT_SHOWN) > 0 ? patience : NOT_SHOWN);
  }

  private CaseUse use(String id, Duration longest) throws JournalUnavailableException {
    CaseUse use = begin(id);
    try {
      use.opened().awaitReading(longest);
      return use;
    } catch (JournalUnavailableException | RuntimeException e) {
      // the next request opens it again
      CaseSlot failed = slots.get(id);
      if (failed != null) {
        failed.closeWhenIdle();
      }
      use.close();
      throw e;
    }
  }

  /// Opens cases side by side, without waiting until they are read. Those that cannot be opened are
  /// left out, and so are more than stay open.
  void begin(Collection<String> ids) {
    for (String id : ids.stream().limit(mostOpen / 2).toList()) {
      try {
        begin(id).close();
      } catch (JournalUnavailableException | JournalAwayException e) {
        // who uses it is told
      }
    }
  }

  private CaseUse begin(String id) throws JournalUnavailableException {
    CaseSlot slot = slots.get(id);
    if (slot == null) {
      throw new JournalUnavailableException("there is no case " + id, null);
    }
    if (!slot.isOpen()) {
      makeRoom(slot);
    }
    return slot.use(this::open, clock.instant());
  }

  private OpenedCase open(CaseSlot slot) throws JournalUnavailableException {
    OpenedCase opened = opener.open(slot.hosted(), () -> slot.hosted().isArchived());
    try {
      opened.people().onChange(() -> admitAfterChange(slot, opened));
      slot.admit(opened.people().admissions());
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /// The change is recorded, so it does not fail any more. Where the database is gone just now,
  /// news of the change come with it.
  private static void admitAfterChange(CaseSlot slot, OpenedCase opened) {
    try {
      slot.admit(opened.people().admissions());
    } catch (JournalAwayException e) {
      ServerLog.warn(LogFields.of("case-away").with("case", slot.hosted().id()).with(e));
    }
  }

  /// One that cannot be closed keeps no other open.
  private static void closeIfIdle(CaseSlot slot) {
    try {
      slot.closeIfIdle();
    } catch (RuntimeException e) {
      ServerLog.error(LogFields.of("case-not-closed").with(e));
    }
  }

  /// Closes the case that was used least recently, while as many are open as may.
  private void makeRoom(CaseSlot wanted) {
    List<CaseSlot> idle =
        slots.values().stream()
            .filter(each -> each != wanted && each.isOpen())
            .sorted(Comparator.comparing(CaseSlot::usedAt))
            .toList();
    idle.stream().limit(Math.max(0, idle.size() + 1L - mostOpen)).forEach(HostedCases::closeIfIdle);
  }

  /// The case if it is open, in use until it is released; empty if it is closed.
  public Optional<CaseUse> useIfOpen(String id) {
    return Optional.ofNullable(slots.get(id)).flatMap(each -> each.useIfOpen(clock.instant()));
  }

  /// How each open case is, by id. This opens none and keeps none open for longer.
  public Map<String, ServerStatus> statuses() {
    Map<String, ServerStatus> found = new TreeMap<>();
    slots.forEach(
        (id, slot) -> {
          try (CaseUse use = slot.useIfOpen(slot.usedAt()).orElse(null)) {
            if (use != null) {
              found.put(id, use.opened().status());
            }
          }
        });
    return found;
  }

  /// How many cases are open.
  public int countOpen() {
    return (int) slots.values().stream().filter(CaseSlot::isOpen).count();
  }

  /// Opens every case that is worked on, and those that are created or restored later.
  public void openAll() throws JournalUnavailableException {
    keepsOpen = true;
    lookAgain();
  }

  /// Closes cases that nobody has asked for in a while.
  public void closeIdle() {
    slots.values().stream()
        .filter(each -> each.usedAt().plus(IDLE).isBefore(clock.instant()))
        .forEach(HostedCases::closeIfIdle);
  }

  /// Makes a case read-only, or takes that back; returns whether it is there. Requests that are
  /// being answered end first.
  public boolean archive(String id, boolean isArchived) {
    boolean isThere = register.archive(id, isArchived ? clock.instant() : null);
    var _ = refresh();
    return isThere;
  }

  /// Names a mediator of a case that has none; returns whether that was so.
  public boolean nameMediator(AccountEditor by, String id, String name)
      throws JournalUnavailableException {
    try (CaseUse use = use(id)) {
      Accounts people = use.opened().people();
      if (people.list().stream().anyMatch(each -> each.role().equals("mediator"))) {
        return false;
      }
      return people.find(name).isPresent()
          ? people.changeRole(by, name, "mediator", null, clock.instant())
          : people.addMember(by, name, "mediator", null, clock.instant());
    }
  }

  /// A role in a case.
  ///
  /// @param role its word
  /// @param party the party whose view it has; null for none
  public record MemberRole(String role, @Nullable String party) {}

  /// Who has a name in a case; empty if nobody, or if there is no such case.
  public Optional<Account> member(String id, String name) {
    return Optional.ofNullable(slots.get(id)).flatMap(each -> each.admissions().person(name));
  }

  /// Whether a person or a program has a name in any case.
  public boolean isNamed(String name) {
    return slots.values().stream()
        .map(CaseSlot::admissions)
        .anyMatch(
            each ->
                each.person(name).isPresent()
                    || each.tokens().values().stream().anyMatch(one -> one.name().equals(name)));
  }

  /// Gives somebody a role in a case, or takes it away. Nothing happens where there is no such
  /// case.
  ///
  /// @param role null for none
  public void setMember(AccountEditor by, String id, String name, @Nullable MemberRole role)
      throws JournalUnavailableException {
    if (!slots.containsKey(id)) {
      return;
    }
    try (CaseUse use = use(id)) {
      Accounts people = use.opened().people();
      if (role == null) {
        people.removeAccount(by, name, clock.instant());
      } else if (people.find(name).isPresent()) {
        people.changeRole(by, name, role.role, role.party, clock.instant());
      } else {
        people.addMember(by, name, role.role, role.party, clock.instant());
      }
    }
  }

  /// Takes back what an account opened elsewhere, once it has another password or is removed, or
  /// lost its roles.
  public void takeBack(AccountEditor by, String name) {
    boolean isGone = register.people().find(name).isEmpty();
    register.people().feeds().removeAll(by, name, clock.instant());
    for (SeenCase each : list(CaseAsker.person(name))) {
      try (CaseUse use = use(each.hosted().id())) {
        Accounts people = use.opened().people();
        people.feeds().removeAll(by, name, clock.instant());
        if (isGone) {
          people.removeAccount(by, name, clock.instant());
        }
      } catch (JournalUnavailableException e) {
        throw new IllegalStateException("taking back what " + name + " opened", e);
      }
    }
  }

  /// Whether a case is read-only now.
  public boolean isArchived(String id) {
    CaseSlot slot = slots.get(id);
    return slot != null && slot.hosted().isArchived();
  }

  @Override
  public void close() {
    slots.values().forEach(CaseSlot::close);
  }
}
