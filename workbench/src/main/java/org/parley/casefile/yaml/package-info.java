/// **What does this YAML text say, and where?** Text to nodes that know their place in it, and
/// values back to text that reads well.
///
/// The subset of YAML 1.2 that cases are written in: one document a file, no aliases, anchors, tags
/// or merge keys, no key twice in a mapping, keys that are words, at most
/// [YamlReader#MAX_DEPTH][org.parley.casefile.yaml.YamlReader] levels. So a short text cannot stand
/// for a large value. A text in the usual form is parsed by a small reader of its own, and every
/// other by snakeyaml-engine; the nodes are built from its events, not from its own nodes, so that
/// every fault is reported with its place and not only the first.
@NullMarked
package org.parley.casefile.yaml;

import org.jspecify.annotations.NullMarked;
