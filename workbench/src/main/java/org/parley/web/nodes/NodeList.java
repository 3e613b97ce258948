package org.parley.web.nodes;

import java.util.List;
import java.util.Optional;
import org.parley.store.nodes.NodeStatus;
import org.parley.web.view.Say;

/// Servers, as a table of them shows them.
///
/// @param nodes the servers
public record NodeList(List<NodeStatus> nodes) {

  public NodeList {
    nodes = List.copyOf(nodes);
  }

  /// The sentence above them.
  public String headline() {
    return Say.text(
        "nodes.headline", "count", nodes.size(), "leads", leader().isPresent(), "where", where());
  }

  /// Whether it is said which entry each has read: of many cases each has its own.
  public boolean hasEntries() {
    return nodes.stream().anyMatch(each -> each.entry() != null);
  }

  private Optional<NodeStatus> leader() {
    return nodes.stream().filter(each -> each.leads() && each.isHeard()).findFirst();
  }

  private String where() {
    return leader().map(NodeList::called).orElse("");
  }

  /// The address of a server; the beginning of its id if it did not say one.
  public static String called(NodeStatus node) {
    String address = node.address();
    return address != null ? address : node.node().substring(0, Math.min(8, node.node().length()));
  }
}
