package org.parley.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.store.nodes.NodeStatus;
import org.parley.web.api.line.Line;

/// The servers of the case.
final class NodeLines {

  /// A server of the case.
  ///
  /// @param address where other servers reach it; absent if it did not say
  /// @param version the version of its program; empty if it did not say
  /// @param entry the entry it has read; absent on servers of many cases
  record NodeAnswer(
      String node,
      @Nullable String address,
      boolean leads,
      boolean isSelf,
      boolean isHeard,
      String version,
      @Nullable Long entry,
      long silentSeconds) {

    static NodeAnswer of(NodeStatus node) {
      return new NodeAnswer(
          node.node(),
          node.address(),
          node.leads(),
          node.isSelf(),
          node.isHeard(),
          node.version(),
          node.entry(),
          node.silentSeconds());
    }
  }

  private NodeLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/nodes", "people", "listNodes", "the servers of the case, and which leads")
            .forMediators()
            .lists(
                NodeAnswer.class,
                asked -> asked.listed(asked.services().nodes().get(), NodeAnswer::of)));
  }
}
