package org.parley.web.api.line;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.answer.outlook.CheckedRates;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.operate.StatusBoard;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.nodes.NodeStatus;
import org.parley.web.journal.PastCases;
import org.parley.web.people.AccountService;
import org.parley.web.people.FeedAddressService;
import org.parley.web.people.NoticeService;
import org.parley.web.queue.QueueService;
import org.parley.web.reading.ReadingService;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;

/// The services behind the API, shared with the pages.
///
/// @param cases the case
/// @param reading texts that are read
/// @param people accounts and tokens; absent if there are none
/// @param notices settings of notices; absent if there are no accounts
/// @param queue many texts, decided once a statement
/// @param feeds secret addresses; absent if there are no accounts
/// @param nodes the servers of the case
/// @param status how this server is
/// @param shelf the copies of collections about other agreements
/// @param rates base rates, from these copies where they are at hand
/// @param jobs what is computed in the background
/// @param past the case as it was
public record ApiServices(
    CaseService cases,
    ReadingService reading,
    QueueService queue,
    @Nullable AccountService people,
    @Nullable NoticeService notices,
    @Nullable FeedAddressService feeds,
    Supplier<List<NodeStatus>> nodes,
    StatusBoard status,
    ReferenceShelf shelf,
    CheckedRates rates,
    Jobs jobs,
    PastCases past) {

  public ApiServices(
      CaseService cases,
      ReadingService reading,
      QueueService queue,
      @Nullable AccountService people,
      @Nullable NoticeService notices,
      @Nullable FeedAddressService feeds,
      Supplier<List<NodeStatus>> nodes,
      StatusBoard status,
      ReferenceShelf shelf,
      Jobs jobs) {
    this(
        cases,
        reading,
        queue,
        people,
        notices,
        feeds,
        nodes,
        status,
        shelf,
        CheckedRates.of(shelf),
        jobs,
        new PastCases());
  }

  /// The case as it was recorded after an entry; for mediators alone.
  Optional<OpenCase> then(Visitor visitor, long number) {
    Journal journal = visitor.role() == Role.MEDIATOR ? cases.history().journal() : null;
    Entry entry = journal == null ? null : journal.find(number).orElse(null);
    return journal == null || entry == null
        ? Optional.empty()
        : past.open(
            journal,
            journal.lastTogether(entry),
            visitor.viewer(),
            cases.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase now)
                ? now
                : null);
  }
}
