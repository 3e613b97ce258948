package org.parley.reading.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Speaker;

/// Who tells something, and when.
///
/// @param head the words that say who, null where somebody goes on or only acts
/// @param said the day it was said, null where it is not known
/// @param isFloor whether they have the floor: their turn in a conversation, or their joint text
/// @param isJoint whether the text is a joint one
record SpeechSource(
    @Nullable Utterance head,
    List<Speaker> who,
    @Nullable Edtf said,
    boolean isFloor,
    boolean isJoint) {}
