package org.parley.web.nodes;

import java.util.List;
import org.parley.model.CaseInfo;
import org.parley.store.nodes.NodeStatus;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// The servers of the case, for mediators: their entries count hidden changes too.
///
/// @param info the case
/// @param list the servers
public record NodesPage(CaseInfo info, NodeList list) {

  public NodesPage(CaseInfo info, List<NodeStatus> nodes) {
    this(info, new NodeList(nodes));
  }

  public Frame frame() {
    return Frame.of(Say.text("nodes.title"), info, "nodes");
  }
}
