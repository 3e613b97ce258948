package org.parley.web.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.notice.NoticeStatus;
import org.parley.operate.PartFinding;
import org.parley.operate.PartStatus;
import org.parley.operate.ServerPart;
import org.parley.operate.StatusBoard;
import org.parley.store.Journal;
import org.parley.store.nodes.NodeStatus;
import org.parley.store.notices.Undelivered;
import org.parley.web.nodes.NodeList;
import org.parley.web.service.CaseService;

/// The parts of the server of a case that tell how it is.
///
/// @param nodes the servers of the case
/// @param notices what is sent outside the pages
/// @param undelivered the notices that are not delivered
public record CaseParts(
    CaseService service,
    Supplier<List<NodeStatus>> nodes,
    NoticeStatus notices,
    Supplier<List<Undelivered>> undelivered) {

  /// Adds them to the status of the server.
  public void addTo(StatusBoard status) {
    status.watch(ServerPart.DATABASE, this::database);
    status.watch(
        ServerPart.CASES,
        () -> (service.isLoaded() ? PartFinding.READ : PartFinding.FAULTY).found());
    status.watch(ServerPart.NODES, () -> servers(nodes.get()));
    status.watch(ServerPart.NOTICES, this::sending);
  }

  /// One that is silent throws.
  private PartStatus database() {
    Journal journal = service.history().journal();
    if (journal != null) {
      var _ = journal.last();
    }
    return PartFinding.ANSWERS.found();
  }

  /// How the servers of one database are.
  public static PartStatus servers(List<NodeStatus> all) {
    @Nullable NodeStatus leader =
        all.stream().filter(each -> each.leads() && each.isHeard()).findFirst().orElse(null);
    if (leader == null) {
      return PartFinding.LEADERLESS.found();
    }
    List<NodeStatus> others = all.stream().filter(each -> !each.equals(leader)).toList();
    List<String> silent =
        others.stream().filter(each -> !each.isHeard()).map(NodeList::called).toList();
    if (others.isEmpty()) {
      return PartFinding.ALONE.found();
    }
    List<String> names = new ArrayList<>(List.of(NodeList.called(leader)));
    names.addAll(silent.isEmpty() ? others.stream().map(NodeList::called).toList() : silent);
    return PartStatus.named(silent.isEmpty() ? PartFinding.LED : PartFinding.SOME_SILENT, names);
  }

  /// How many are undelivered is not told. One that was not tried yet counts as none.
  private PartStatus sending() {
    if (notices.mail().isEmpty() && notices.webhook().isEmpty()) {
      return PartFinding.NO_NOTICES.found();
    }
    if (!notices.trouble().isEmpty()) {
      return PartFinding.NOT_SENT.found();
    }
    boolean isAnyRefused = undelivered.get().stream().anyMatch(each -> !each.trouble().isEmpty());
    return (isAnyRefused ? PartFinding.UNDELIVERED : PartFinding.DELIVERED).found();
  }
}
