package org.parley.web.nodes;

import java.util.List;
import java.util.Optional;
import org.parley.model.CaseInfo;
import org.parley.store.nodes.NodeStatus;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// The servers of the case, for mediators: their entries count hidden changes too.
///
/// @param info the case
/// @param nodes the servers
public record NodesPage(CaseInfo info, List<NodeStatus> nodes) {

  public NodesPage {
    nodes = List.copyOf(nodes);
  }

  public Frame frame() {
    return Frame.of(Say.text("nodes.title"), info, "nodes");
  }

  /// The sentence at the top.
  public String headline() {
    return Say.text(
        "nodes.headline", "count", nodes.size(), "leads", leader().isPresent(), "where", where());
  }

  private Optional<NodeStatus> leader() {
    return nodes.stream().filter(each -> each.leads() && each.isHeard()).findFirst();
  }

  private String where() {
    return leader().map(NodesPage::called).orElse("");
  }

  /// The address of a server; the beginning of its id if it did not say one.
  public static String called(NodeStatus node) {
    String address = node.address();
    return address != null ? address : node.node().substring(0, Math.min(8, node.node().length()));
  }
}
