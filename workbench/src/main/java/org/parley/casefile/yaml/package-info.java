/// **What does this YAML text contain, and where?** Text to nodes with positions, and values back
/// to readable text.
///
/// The subset of YAML 1.2 for cases: one document per file, no aliases, anchors, tags, merge keys
/// or duplicate keys. Keys are words; the nesting is at most
/// [YamlReader#MAX_DEPTH][org.parley.casefile.yaml.YamlReader]. So a short text cannot expand to a
/// large value. The usual form has a fast parser; every other text goes to snakeyaml-engine. Nodes
/// are built from its events, so every fault is reported with its place.
@NullMarked
package org.parley.casefile.yaml;

import org.jspecify.annotations.NullMarked;
