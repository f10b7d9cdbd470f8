"""A small scenario that is sound, for the block chooser."""

EXAMPLE = {
    "title": "Call 1",
    "introduction": "<p>A care worker rings.</p>",
    "starts": [{"node": "call", "label": "You are the ward nurse", "roles": []}],
    "nodes": [
        {
            "key": "call",
            "title": "She is on something new",
            "text": "<p>What do you do first?</p>",
            "record": None,
            "rows": [],
            "choices": [
                {
                    "text": "Open recent letters",
                    "verdict": "good",
                    "feedback": "The letter is there.",
                    "next": "found",
                    "hits": ["source"],
                    "misses": [],
                },
                {
                    "text": "Use last month's chart",
                    "verdict": "unsafe",
                    "feedback": "It is older than the change.",
                    "next": "call",
                    "hits": [],
                    "misses": ["time"],
                },
            ],
        }
    ],
    "endings": [
        {
            "key": "found",
            "title": "One call",
            "kind": "good",
            "person": "<p>She takes the right one.</p>",
            "next_worker": "<p>They see what you found.</p>",
        }
    ],
}
