import type { MessagesSlice } from './types';

export const initialMessages: MessagesSlice = { messages: [] };
